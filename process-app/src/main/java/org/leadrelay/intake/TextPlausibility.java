package org.leadrelay.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.leadrelay.intake.LanguageStatistics.Language;

/**
 * How much a decoded text looks like one that people wrote: each of its words is in the letters of
 * one language, its capitals stand in front, and frequent words occur.
 *
 * @param good share of the words that some language could have
 * @param bad different words that none could have
 * @param hits frequent words that were met
 * @param strangers different words that its main language could not have
 */
record TextPlausibility(double good, int bad, int hits, int strangers) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\x00-\\x40\\x5B-\\x60\\x7B-\\x7F]+");
    private static final String PUNCTUATION = "“”„‘’‚«»‹›–—…€°§·•®™©№\u00A0¿¡\u00AD¨´";
    private static final Set<String> PREFIXES = Set.of("mc", "mac", "de", "la", "le", "di", "da", "van", "von");

    /** Of letters, by the languages that are written in this encoding. */
    static TextPlausibility of(String text, List<Language> languages) {
        Set<String> words = words(text);
        int good = 0;
        int hits = 0;
        int[] inLanguage = new int[languages.size()];
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean fits = false;
            for (int i = 0; shaped(word) && i < languages.size(); i++) {
                if (lower.codePoints().allMatch(languages.get(i)::has)) {
                    fits = true;
                    inLanguage[i]++;
                }
            }
            if (fits) {
                good++;
                letters.append(lower);
                hits += languages.stream().anyMatch(each -> each.knows(lower)) ? 1 : 0;
            }
        }
        int strangers = words.size() - Arrays.stream(inLanguage).max().orElse(0);
        double share = words.isEmpty() ? 0 : (double) good / words.size();
        if (!languages.isEmpty() && !languages.get(0).latin()) {
            double usual = usual(letters.toString(), languages);
            int bad = words.size() - (usual < 0.7 ? 0 : good);
            return new TextPlausibility(share * usual, bad, hits, strangers);
        }
        return new TextPlausibility(share, words.size() - good, hits, strangers);
    }

    /** One when the letters are as frequent as they usually are; less when rare ones abound. */
    private static double usual(String letters, List<Language> languages) {
        if (letters.isEmpty()) {
            return 0;
        }
        double least = Double.MAX_VALUE;
        for (Language each : languages) {
            double mean =
                    letters.codePoints().mapToDouble(each::surprise).average().orElse(9);
            least = Math.min(least, mean - each.usualSurprise());
        }
        double allowed = 0.15 + 0.6 / Math.sqrt(letters.length());
        return least <= allowed ? 1 : Math.max(0, 1 - (least - allowed) * 2);
    }

    /** Of signs for syllables and words, by the frequent ones. */
    static TextPlausibility ofSigns(String text, Language language) {
        long signs = 0;
        long frequent = 0;
        int bad = 0;
        for (String word : words(text)) {
            long met =
                    word.codePoints().filter(each -> frequent(each, language)).count();
            long of = word.codePoints().filter(each -> each > 127).count();
            boolean mixed = word.chars().anyMatch(each -> each >= 'a' && each <= 'z');
            boolean odd = word.codePoints().anyMatch(each -> each > 127 && !sign(each));
            frequent += mixed || odd ? 0 : met;
            signs += of;
            bad += mixed || odd || met == 0 ? 1 : 0;
        }
        double share = signs == 0 ? 0 : (double) frequent / signs;
        int hits = share < 0.3 ? 0 : (int) Math.min(5, frequent / 2);
        return new TextPlausibility(Math.min(1, share / 0.4), bad, hits, bad);
    }

    private static boolean frequent(int sign, Language language) {
        return language.words().contains(Character.toString(sign))
                || (language.equals(LanguageStatistics.of("ja")) && sign >= 0x3041 && sign <= 0x30FF);
    }

    private static boolean sign(int each) {
        return Character.isIdeographic(each)
                || Character.UnicodeScript.of(each) == Character.UnicodeScript.HANGUL
                || (each >= 0x3000 && each <= 0x30FF)
                || (each >= 0xFF01 && each <= 0xFF5E)
                || PUNCTUATION.indexOf(each) >= 0;
    }

    /** Different words that hold more than ASCII, without the punctuation around them. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String each : List.of(BETWEEN_WORDS.split(text, -1))) {
            int from = 0;
            int to = each.length();
            while (from < to && PUNCTUATION.indexOf(each.charAt(from)) >= 0) {
                from++;
            }
            while (to > from && PUNCTUATION.indexOf(each.charAt(to - 1)) >= 0) {
                to--;
            }
            String word = each.substring(from, to);
            int apostrophe = word.indexOf('’');
            if (apostrophe == 1 || (apostrophe >= 0 && apostrophe == word.length() - 2)) {
                word = apostrophe == 1 ? word.substring(2) : word.substring(0, apostrophe);
            }
            if (word.chars().anyMatch(c -> c > 127)) {
                words.add(word);
            }
        }
        return words;
    }

    /** A capital does not follow a small letter, as in "RenŽ". */
    private static boolean shaped(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i - 1))
                    && Character.isUpperCase(word.charAt(i))
                    && !PREFIXES.contains(word.substring(0, i).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
