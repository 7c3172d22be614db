package org.leadrelay.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Character encoding detection of a stream while it is read. What is valid UTF-8 from beginning to end is UTF-8;
 * otherwise the lines that are not plain ASCII are guessed at.
 */
final class StreamEncodingDetector {

    private static final int SAMPLE = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private static final int FEW = 6;
    private static final Set<Character.UnicodeScript> EXPECTED = Set.of(
            Character.UnicodeScript.COMMON,
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.HEBREW,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.INHERITED);

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer ignored = CharBuffer.allocate(16 * 1024);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream beyondAscii = new ByteArrayOutputStream();
    private boolean asciiLine = true;
    private byte[] rest = new byte[0];
    private boolean validUtf8 = true;
    private long zeroBytes;
    private long size;

    void see(byte[] bytes, int length) {
        head.write(bytes, 0, Math.min(length, Math.max(0, SAMPLE - head.size())));
        size += length;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                zeroBytes++;
            }
            line(bytes[i]);
        }
        if (validUtf8) {
            decode(bytes, length);
        }
    }

    /** Whole lines, for a word that begins with an ASCII letter says more than its end. */
    private void line(byte one) {
        asciiLine &= one >= 0;
        if (one == '\n' || one == '\r' || (one >= 0 && line.size() >= LONGEST_LINE)) {
            if (!asciiLine && beyondAscii.size() < SAMPLE) {
                beyondAscii.writeBytes(line.toByteArray());
                beyondAscii.write('\n');
            }
            line.reset();
            asciiLine = true;
        } else if (line.size() < 2 * LONGEST_LINE) {
            line.write(one);
        }
    }

    private void decode(byte[] bytes, int length) {
        ByteBuffer input = ByteBuffer.allocate(rest.length + length);
        input.put(rest).put(bytes, 0, length).flip();
        CoderResult result;
        do {
            ignored.clear();
            result = utf8.decode(input, ignored, false);
        } while (result.isOverflow());
        validUtf8 = !result.isError();
        rest = new byte[input.remaining()];
        input.get(rest);
    }

    /** The likeliest, whether or not it is sure. */
    Charset found() {
        return guess().best();
    }

    /** Decided, or the encodings in which somebody should see the first rows and choose. */
    Detection<Charset> guess() {
        byte[] start = head.toByteArray();
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return Detection.decided(StandardCharsets.UTF_8);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return Detection.decided(StandardCharsets.UTF_16LE);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return Detection.decided(StandardCharsets.UTF_16BE);
        }
        if (start.length > 3 && zeroBytes > size / 4) {
            return Detection.decided(start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        line((byte) '\n');
        boolean valid = validUtf8 && rest.length == 0;
        boolean accidental = accidentallyUtf8();
        if (valid && accidental) {
            List<Charset> candidates = new ArrayList<>();
            candidates.addAll(EncodingDetector.guess(beyondAscii.toByteArray()).candidates());
            candidates.add(StandardCharsets.UTF_8);
            return Detection.open(candidates);
        }
        if (valid || (!accidental && mostlyUtf8())) {
            return Detection.decided(StandardCharsets.UTF_8);
        }
        return EncodingDetector.guess(beyondAscii.toByteArray());
    }

    /** Two letters of another encoding can form one of UTF-8, of a script that nobody expects. */
    private boolean accidentallyUtf8() {
        String text = new String(beyondAscii.toByteArray(), StandardCharsets.UTF_8);
        int[] beyond =
                text.codePoints().filter(each -> each > 127 && each != 0xFFFD).toArray();
        return beyond.length <= FEW
                && Arrays.stream(beyond)
                        .mapToObj(Character.UnicodeScript::of)
                        .anyMatch(each -> !EXPECTED.contains(each));
    }

    /** Broken in a few places only: those rows are refused, the others read well. */
    private boolean mostlyUtf8() {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(beyondAscii.toByteArray()));
        long broken = decoded.chars().filter(each -> each == 0xFFFD).count();
        long good = decoded.chars().filter(each -> each > 127 && each != 0xFFFD).count();
        return good > broken * 2;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
