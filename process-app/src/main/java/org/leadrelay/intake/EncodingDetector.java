package org.leadrelay.intake;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadrelay.intake.LanguageStatistics.Language;

/**
 * Character encoding detection for bytes that are no UTF-8. Every candidate decodes them, and the text that
 * looks most like people's names wins; it is sure only when all texts that differ from it are refuted. Never
 * Windows-1252 for want of something better.
 */
final class EncodingDetector {

    private static final int MOST_CANDIDATES = 5;
    private static final int ENOUGH_FOR_ICU = 200;
    private static final int ICU_IS_SURE = 50;

    /** The likelier first: of those that decode alike the first is meant. */
    private static final List<Encoding> ALL = List.of(
            letters("windows-1252", "de fr es pt it sv da fi nl is"),
            letters("windows-1250", "pl cs sk hu ro hr de"),
            letters("windows-1251", "ru uk bg"),
            signs("GB18030", "zh"),
            signs("Big5", "zht"),
            signs("windows-31j", "ja"),
            signs("EUC-JP", "ja"),
            signs("EUC-KR", "ko"),
            letters("windows-1253", "el"),
            letters("windows-1254", "tr de fr"),
            letters("windows-1255", "he"),
            letters("windows-1256", "ar"),
            letters("windows-1257", "lt lv et de"),
            letters("x-MacRoman", "de fr es pt it sv da fi nl"),
            letters("KOI8-R", "ru"),
            letters("KOI8-U", "uk"),
            letters("ISO-8859-2", "pl cs sk hu ro hr de"),
            letters("ISO-8859-5", "ru uk bg"),
            letters("ISO-8859-6", "ar"),
            letters("ISO-8859-7", "el"),
            letters("ISO-8859-8", "he"),
            letters("ISO-8859-9", "tr de fr"),
            letters("ISO-8859-13", "lt lv et de pl"),
            letters("ISO-8859-15", "de fr es pt it sv da fi nl et"),
            letters("IBM850", "de fr es pt it sv da fi nl"),
            letters("IBM852", "pl cs sk hu ro hr de"),
            letters("IBM866", "ru uk bg"),
            letters("x-MacCentralEurope", "pl cs sk hu lt lv et de"),
            letters("x-MacCyrillic", "ru uk bg"));

    private record Encoding(Charset charset, List<Language> languages, boolean signs) {}

    private record Decoded(Encoding encoding, TextPlausibility plausibility) {

        Charset charset() {
            return encoding.charset();
        }

        double score() {
            return plausibility.good() + 0.15 * Math.min(3, plausibility.hits());
        }
    }

    private EncodingDetector() {}

    private static Encoding letters(String charset, String languages) {
        List<Language> known = List.of(languages.split(" ", -1)).stream()
                .map(LanguageStatistics::of)
                .toList();
        return new Encoding(Charset.forName(charset), known, false);
    }

    private static Encoding signs(String charset, String language) {
        return new Encoding(Charset.forName(charset), List.of(LanguageStatistics.of(language)), true);
    }

    /**
     * @param evidence whole lines that hold more than ASCII
     */
    static Detection<Charset> guess(byte[] evidence) {
        List<Decoded> ranked = ranked(evidence);
        if (ranked.isEmpty()) {
            return Detection.open(List.of(ALL.get(0).charset(), ALL.get(1).charset()));
        }
        Decoded best = ranked.get(0);
        List<Decoded> rivals = ranked.subList(1, ranked.size());
        boolean good = best.plausibility().good() >= 0.85;
        boolean alone = rivals.stream().allMatch(each -> refuted(each, best));
        if (good && (alone || icuAgrees(evidence, best, rivals))) {
            return Detection.decided(best.charset());
        }
        return Detection.open(
                ranked.stream().limit(MOST_CANDIDATES).map(Decoded::charset).toList());
    }

    /** One for each text that comes out, the most plausible first. */
    private static List<Decoded> ranked(byte[] evidence) {
        Map<String, Encoding> texts = new LinkedHashMap<>();
        for (Encoding each : ALL) {
            decoded(evidence, each.charset()).ifPresent(text -> texts.putIfAbsent(text, each));
        }
        List<Decoded> ranked = new ArrayList<>();
        texts.forEach((text, each) -> ranked.add(new Decoded(each, plausibility(text, each))));
        ranked.sort(Comparator.comparingDouble(Decoded::score).reversed());
        return ranked;
    }

    private static TextPlausibility plausibility(String text, Encoding encoding) {
        return encoding.signs()
                ? TextPlausibility.ofSigns(text, encoding.languages().get(0))
                : TextPlausibility.of(text, encoding.languages());
    }

    private static boolean refuted(Decoded rival, Decoded best) {
        TextPlausibility text = rival.plausibility();
        TextPlausibility other = best.plausibility();
        int unheard = other.hits() - text.hits();
        boolean lessHeard = unheard >= (text.hits() == 0 ? 1 : 2) && text.good() <= other.good();
        boolean babel = text.strangers() >= 3 + 4 * other.strangers() && text.good() <= other.good();
        return lessHeard
                || babel
                || (text.good() <= 0.5 && text.bad() >= 2)
                || (text.good() <= other.good() - 0.2 && text.bad() >= 3);
    }

    /** Statistics of longer texts settle what single words left open. */
    private static boolean icuAgrees(byte[] evidence, Decoded best, List<Decoded> rivals) {
        int beyond = 0;
        for (byte each : evidence) {
            beyond += each < 0 ? 1 : 0;
        }
        boolean clear = rivals.stream()
                .allMatch(
                        each -> each.plausibility().good() < best.plausibility().good() - 0.1);
        if (beyond < ENOUGH_FOR_ICU || !clear) {
            return false;
        }
        CharsetMatch match = new CharsetDetector().setText(evidence).detect();
        return match != null
                && match.getConfidence() >= ICU_IS_SURE
                && Charset.isSupported(match.getName())
                && decoded(evidence, Charset.forName(match.getName())).equals(decoded(evidence, best.charset()));
    }

    /** Nothing where the bytes have no meaning in this encoding, or one that no file has. */
    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean odd = text.codePoints()
                    .anyMatch(each -> (each >= 0x7F && each < 0xA0)
                            || Character.getType(each) == Character.PRIVATE_USE
                            || !Character.isDefined(each));
            return odd ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
