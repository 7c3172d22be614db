package org.leadrelay.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * The character encoding of a web form. Without a declaration that is UTF-8, and for what is no
 * UTF-8 the Windows-1252 of Western pages, which is then said.
 */
final class FormEncoding {

    static final FormEncoding UNDECLARED = new FormEncoding(null);

    private static final Wording WORDING = Wording.of(FormEncoding.class);
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** What browsers mean by these names, as the WHATWG's Encoding Standard says. */
    private static final Map<Charset, Charset> OF_BROWSERS = Map.of(
            StandardCharsets.ISO_8859_1,
            WESTERN,
            StandardCharsets.US_ASCII,
            WESTERN,
            Charset.forName("ISO-8859-9"),
            Charset.forName("windows-1254"));

    /** How a browser writes a character that the page's encoding lacks. */
    private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");

    private static final byte[] ASCII = "name@example.org".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable Charset declared;

    private FormEncoding(@Nullable Charset declared) {
        this.declared = declared;
    }

    /**
     * @param field where the name was given
     * @throws Invalid when no form can be written in an encoding of this name
     */
    static FormEncoding named(String field, String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.canEncode() && Arrays.equals("name@example.org".getBytes(charset), ASCII)) {
                return new FormEncoding(OF_BROWSERS.getOrDefault(charset, charset));
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // said below
        }
        throw Invalid.field(field, WORDING.text("noSuchEncoding", name));
    }

    /** Whether these bytes had to be read in an encoding that nobody declared. */
    boolean guesses(byte[] bytes) {
        return declared == null && text(bytes, StandardCharsets.UTF_8) == null;
    }

    /**
     * @param field whose name or value it is
     * @throws Invalid when it is no text in the encoding
     */
    String decode(byte[] bytes, String field) {
        Charset charset = declared == null ? StandardCharsets.UTF_8 : declared;
        String text = text(bytes, charset);
        if (text == null && declared == null) {
            text = text(bytes, WESTERN);
        }
        if (text == null) {
            throw Invalid.field(field, WORDING.text("notInEncoding", field, charset.name()));
        }
        return charset.equals(StandardCharsets.UTF_8) ? text : withoutReferences(text);
    }

    private static String withoutReferences(String text) {
        return REFERENCE.matcher(text).replaceAll(FormEncoding::character);
    }

    private static String character(MatchResult reference) {
        int point = Integer.parseInt(reference.group(1));
        boolean written = point > 127 && Character.isDefined(point) && !isSurrogate(point);
        return Matcher.quoteReplacement(written ? Character.toString(point) : reference.group());
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static @Nullable String text(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
