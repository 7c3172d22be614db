package org.leadrelay.platform;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accent-insensitive full-text search: what is found and the words that find it are folded alike,
 * so that {@code Muller}, {@code Mueller} and {@code Müller} find each other in any case and
 * Unicode form. Each text is kept without accents, and once more with the transcriptions ae, oe, ue
 * and aa drawn together; a word finds a text in either form.
 */
public final class SearchText {

    private static final Normalizer2 APART = Normalizer2.getNFKDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();

    /** Signs up to this class belong to their letter: nuktas, viramas, Japanese voicing marks. */
    private static final int INSEPARABLE = 9;

    /** Words of a search that are looked for; each is looked for in every row. */
    public static final int MOST_WORDS = 8;

    /** Characters of a search that are read. */
    public static final int LONGEST = 200;

    private static final Wording WORDING = Wording.of(SearchText.class);

    private SearchText() {}

    /**
     * One word that somebody looks for.
     *
     * @param plain without accents
     * @param drawnTogether with ae, oe, ue and aa as one letter; often the same
     */
    public record Word(String plain, String drawnTogether) {

        /** Whether the text, made by {@link SearchText#of}, holds the word. */
        boolean isIn(String searched) {
            return searched.contains(plain) || searched.contains(drawnTogether);
        }
    }

    /** What is stored of these values for the search. */
    public static String of(Stream<@Nullable String> values) {
        Set<String> forms = new LinkedHashSet<>();
        List<String> bare = values.flatMap(Stream::ofNullable)
                .map(SearchText::bare)
                .filter(each -> !each.isEmpty())
                .toList();
        forms.addAll(bare);
        bare.forEach(each -> forms.add(drawnTogether(each)));
        return String.join(" ", forms);
    }

    /**
     * The words that must all be found, at most eight, of the first 200 characters; empty when nothing is asked.
     * Longer input is refused by {@link #check}.
     */
    public static List<Word> words(@Nullable String asked) {
        List<Word> words = new ArrayList<>();
        String read = asked == null || asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
        for (String each : bare(read).split(" ", MOST_WORDS + 1)) {
            if (!each.isEmpty() && words.size() < MOST_WORDS) {
                words.add(new Word(each, drawnTogether(each)));
            }
        }
        return words;
    }

    /** Whether it has more words, or is longer, than what is looked for. */
    public static boolean isTooMuch(@Nullable String asked) {
        return asked != null
                && (asked.length() > LONGEST || bare(asked).split(" ", MOST_WORDS + 1).length > MOST_WORDS);
    }

    /**
     * Refuses a search of which only a part would be looked for.
     *
     * @throws Invalid for the field when it is too much
     */
    public static void check(String field, @Nullable String asked) {
        if (isTooMuch(asked)) {
            throw Invalid.field(field, tooMuch());
        }
    }

    /** How much a search may ask. */
    public static String tooMuch() {
        return WORDING.text("tooManyWords", MOST_WORDS, LONGEST);
    }

    /** Whether all words asked for are found in these values: the search of a list in memory. */
    public static boolean finds(@Nullable String asked, @Nullable String... values) {
        String searched = of(Arrays.stream(values));
        return words(asked).stream().allMatch(each -> each.isIn(searched));
    }

    /** Without accents, strokes, ligatures and case, the digits of every script as 0 to 9. */
    public static String bare(@Nullable String text) {
        StringBuilder bare = new StringBuilder();
        APART.normalize(TextNormalizer.key(text))
                .codePoints()
                .filter(each -> UCharacter.getCombiningClass(each) <= INSEPARABLE)
                .forEach(each -> letter(bare, each));
        return TOGETHER.normalize(bare).trim();
    }

    private static void letter(StringBuilder bare, int each) {
        switch (each) {
            case 'ø' -> bare.append('o');
            case 'ł' -> bare.append('l');
            case 'đ', 'ð' -> bare.append('d');
            case 'ħ' -> bare.append('h');
            case 'ŧ' -> bare.append('t');
            case 'æ' -> bare.append("ae");
            case 'œ' -> bare.append("oe");
            case 'þ' -> bare.append("th");
            case '\u0000' -> bare.append(' ');
            default -> {
                int digit = each < 128 ? -1 : UCharacter.digit(each);
                bare.appendCodePoint(digit < 0 ? each : '0' + digit);
            }
        }
    }

    private static String drawnTogether(String bare) {
        return bare.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("aa", "a");
    }
}
