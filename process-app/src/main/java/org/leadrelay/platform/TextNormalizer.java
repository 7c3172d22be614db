package org.leadrelay.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Unicode normalisation of everything that people send, the one place that says when two texts are
 * the same. {@link #clean} is how a text is kept, {@link #key} what names and words are compared
 * by, {@link #code} what other systems' ids are compared by and {@link #address} the same for
 * e-mail addresses. {@link SearchText} and {@link Alphabet} build on it; no SQL changes letters.
 */
public final class TextNormalizer {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int WAVING_FLAG = 0x1F3F4;

    /** Scripts in which a joiner between two letters changes how they are written or read. */
    private static final Set<Integer> JOINED = Set.of(
            UScript.ARABIC,
            UScript.SYRIAC,
            UScript.NKO,
            UScript.MONGOLIAN,
            UScript.DEVANAGARI,
            UScript.BENGALI,
            UScript.GURMUKHI,
            UScript.GUJARATI,
            UScript.ORIYA,
            UScript.TAMIL,
            UScript.TELUGU,
            UScript.KANNADA,
            UScript.MALAYALAM,
            UScript.SINHALA,
            UScript.MYANMAR,
            UScript.KHMER,
            UScript.TIBETAN);

    private TextNormalizer() {}

    /**
     * A text as it is kept: in Unicode form C, without blanks around it, every odd blank a plain
     * one, and without characters that nobody sees and that say nothing (zero-width space, soft
     * hyphen, byte order mark, direction marks, ...). Joiners stay where a script or an emoji needs
     * them; line breaks and tabs inside stay.
     */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String visible = isPlain(text) ? text : NFC.normalize(visible(text));
        int from = 0;
        int to = visible.length();
        while (from < to && Character.isWhitespace(visible.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(visible.charAt(to - 1))) {
            to--;
        }
        return visible.substring(from, to);
    }

    /**
     * What two names or words are compared by: compatibility form, case folded, blanks collapsed.
     * The dotted and the dotless i count as one, for their capitals do elsewhere.
     */
    public static String key(@Nullable String text) {
        String folded = undotted(FOLDED.normalize(clean(text))).replace('ı', 'i');
        return BLANKS.matcher(folded.trim()).replaceAll(" ");
    }

    /** Whether two texts are the same by their {@link #key}. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        return key(one).equals(key(other));
    }

    /**
     * Another system's id: compatibility form (full-width digits are digits), nothing invisible in
     * it. Its case stays, for there are systems whose ids differ in nothing else.
     */
    public static String code(@Nullable String text) {
        String code = NFKC.normalize(clean(text));
        StringBuilder seen = new StringBuilder(code.length());
        code.codePoints().filter(each -> !isIgnorable(each)).forEach(seen::appendCodePoint);
        return clean(seen.toString());
    }

    /**
     * An e-mail address: {@link #code}, letter by letter without case. Only letter by letter: ß
     * stays ß, for mail to the address with ss would reach somebody else.
     */
    public static String address(@Nullable String text) {
        StringBuilder folded = new StringBuilder();
        undotted(code(text)).codePoints().forEach(each -> folded.appendCodePoint(UCharacter.foldCase(each, true)));
        return NFKC.normalize(undotted(folded.toString()));
    }

    /**
     * The invisible or odd characters in a text by code and name, for a message; empty when none.
     */
    public static String oddities(String text) {
        return text.codePoints()
                .filter(each -> isIgnorable(each) || isOddBlank(each))
                .distinct()
                .mapToObj(each -> "U+%04X %s".formatted(each, UCharacter.getExtendedName(each)))
                .collect(Collectors.joining(", "));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int each = text.codePointAt(i);
            int next = i + Character.charCount(each);
            if (isOddBlank(each)) {
                visible.append(' ');
            } else if (!isIgnorable(each) || carriesMeaning(visible, each, text, next)) {
                visible.appendCodePoint(each);
            }
            i = next;
        }
        return visible.toString();
    }

    private static boolean isOddBlank(int each) {
        return each != ' ' && Character.isSpaceChar(each);
    }

    private static boolean isIgnorable(int each) {
        return UCharacter.hasBinaryProperty(each, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean carriesMeaning(StringBuilder before, int each, String text, int next) {
        if (before.isEmpty()) {
            return false;
        }
        int last = before.codePointBefore(before.length());
        if (UCharacter.hasBinaryProperty(each, UProperty.VARIATION_SELECTOR)) {
            return Character.isIdeographic(last)
                    || UCharacter.hasBinaryProperty(last, UProperty.EMOJI)
                    || UScript.getScript(last) == UScript.MONGOLIAN;
        }
        if (each >= 0xE0020 && each <= 0xE007F) {
            return last == WAVING_FLAG || (last >= 0xE0020 && last <= 0xE007E);
        }
        if ((each != JOINER && each != NON_JOINER) || next >= text.length()) {
            return false;
        }
        int following = text.codePointAt(next);
        boolean inScript = JOINED.contains(UScript.getScript(last))
                && (each == JOINER || JOINED.contains(UScript.getScript(following)));
        boolean inEmoji = each == JOINER && UCharacter.hasBinaryProperty(following, UProperty.EXTENDED_PICTOGRAPHIC);
        return inScript || inEmoji;
    }

    /** Capital I with a dot, folded, is an i with a dot above it. */
    private static String undotted(String text) {
        return text.replace("i\u0307", "i").replace("\u0130", "i");
    }
}
