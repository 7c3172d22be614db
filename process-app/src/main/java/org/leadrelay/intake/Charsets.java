package org.leadrelay.intake;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds the encoding of a file while it streams by. What is valid UTF-8 from beginning to end is
 * UTF-8; otherwise the parts that are not plain ASCII are guessed at.
 */
final class Charsets {

    private static final int SAMPLE = 64 * 1024;
    private static final int SURE_ENOUGH = 35;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer ignored = CharBuffer.allocate(16 * 1024);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream beyondAscii = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];
    private boolean validUtf8 = true;
    private long zeroBytes;
    private long size;

    void see(byte[] bytes, int length) {
        head.write(bytes, 0, Math.min(length, Math.max(0, SAMPLE - head.size())));
        size += length;
        int sampledTo = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                zeroBytes++;
            }
            if (bytes[i] < 0 && i >= sampledTo && beyondAscii.size() < SAMPLE) {
                sampledTo = Math.min(length, i + 32);
                beyondAscii.write(bytes, i, sampledTo - i);
            }
        }
        if (validUtf8) {
            decode(bytes, length);
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

    Charset found() {
        byte[] start = head.toByteArray();
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (start.length > 3 && zeroBytes > size / 4) {
            return start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return validUtf8 && rest.length == 0 ? StandardCharsets.UTF_8 : guessed();
    }

    private Charset guessed() {
        CharsetMatch best = new CharsetDetector().setText(beyondAscii.toByteArray()).detect();
        if (best == null || best.getConfidence() < SURE_ENOUGH) {
            return mostlyUtf8() ? StandardCharsets.UTF_8 : WINDOWS;
        }
        String name = best.getName();
        if (name.equals("UTF-8") || mostlyUtf8()) {
            return StandardCharsets.UTF_8;
        }
        boolean western = name.startsWith("ISO-8859-1") || !name.startsWith("ISO-8859-");
        return western && !name.startsWith("windows-") && !name.startsWith("Shift_JIS")
                ? WINDOWS
                : supported(name);
    }

    /** Broken in a few places only: those rows are refused, the others read well. */
    private boolean mostlyUtf8() {
        CharBuffer decoded =
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(beyondAscii.toByteArray()));
        long broken = decoded.chars().filter(each -> each == 0xFFFD).count();
        long good = decoded.chars().filter(each -> each > 127 && each != 0xFFFD).count();
        return good > broken * 2;
    }

    private static Charset supported(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : WINDOWS;
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
