package org.leadrelay.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.platform.Wording;

/** Explanation in words of how a task was answered: the outcome, and with what, from the codes that the log kept. */
final class AnswerWords {

    /** The fields of the product's own forms, in the order in which one would tell them. */
    private static final List<String> TOLD = List.of(
            "attempt",
            "channel",
            "rejectionReason",
            "notReadyReason",
            "lostReason",
            "marketingCause",
            "learned",
            "interest",
            "timeline",
            "decider",
            "need",
            "budget",
            "timeframe",
            "authority",
            "rep",
            "sameRep",
            "nextStepDate",
            "dealValue");

    /** The agreed lists from which these fields are answered. */
    private static final Map<String, String> LISTS = Map.of(
            "rejectionReason", "rejectionReasons",
            "notReadyReason", "notReadyReasons",
            "lostReason", "lostReasons",
            "marketingCause", "marketingCauses",
            "learned", "learned",
            "interest", "interest",
            "timeline", "timeline",
            "decider", "decider",
            "need", "qualificationAnswers");

    /** The agreed lists whose lines these fields offer, where a charter has lines of its own. */
    private static final Map<String, String> OFFERED = Map.of("timeframe", "timeline", "authority", "decider");

    /** What an answer's line holds beside the answer. */
    private static final Set<String> BESIDE = Set.of("outcome", "task", "currency", "answeredAt", "words");

    private final Wording texts;
    private final CharterWords charter;
    private final UnaryOperator<String> names;
    private final UnaryOperator<String> moments;
    private final Locale locale;

    /**
     * @param names gives the name of whoever has a login
     * @param moments gives an instant as people read it
     */
    AnswerWords(
            Wording texts,
            CharterWords charter,
            UnaryOperator<String> names,
            UnaryOperator<String> moments,
            Locale locale) {
        this.texts = texts;
        this.charter = charter;
        this.names = names;
        this.moments = moments;
        this.locale = locale;
    }

    /** The outcome, and after it all that was chosen: "reject, reason: no budget; learned: next year". */
    String text(Map<String, Object> details) {
        Object chosen = details.get("outcome");
        String outcome = chosen == null ? "" : code(chosen);
        Set<String> others = new TreeSet<>(details.keySet());
        others.removeAll(BESIDE);
        TOLD.forEach(others::remove);
        String with = Stream.concat(TOLD.stream(), others.stream())
                .filter(details::containsKey)
                .map(field -> part(field, details.getOrDefault(field, ""), details))
                .collect(Collectors.joining("; "));
        return outcome.isEmpty() || with.isEmpty() ? outcome + with : outcome + ", " + with;
    }

    private String part(String field, Object value, Map<String, Object> details) {
        if (value instanceof Boolean yes) {
            return texts.find(locale, "answer." + field + "." + yes)
                    .orElseGet(() -> texts.text(locale, "answer.other", field, texts.text(locale, "answer." + yes)));
        }
        String said = switch (field) {
            case "rep" -> names.apply(value.toString());
            case "nextStepDate" -> moments.apply(value.toString());
            case "dealValue" -> amount(value, details);
            default ->
                LISTS.containsKey(field)
                        ? charter.option(LISTS.get(field), value.toString(), locale)
                        : choice(field, value);
        };
        return texts.find(locale, "answer." + field, said)
                .orElseGet(() -> texts.text(locale, "answer.other", field, said));
    }

    private String amount(Object value, Map<String, Object> details) {
        Object currency = details.get("currency");
        return value instanceof Number amount
                ? charter.amount(amount.longValue(), currency == null ? null : currency.toString(), locale)
                : value.toString();
    }

    private String choice(String field, Object value) {
        String list = LISTS.get(field);
        if (list != null) {
            return charter.option(list, value.toString(), locale);
        }
        return texts.find(locale, "answer." + field + "." + value)
                .orElseGet(() -> OFFERED.containsKey(field)
                        ? charter.option(OFFERED.get(field), value.toString(), locale)
                        : code(value));
    }

    private String code(Object value) {
        return texts.find(locale, "code." + value).orElse(value.toString());
    }
}
