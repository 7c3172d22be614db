package org.leadrelay.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Sentence that says why a lead is worth a rep's time, as a rep would say it, composed by rules: what the buyer did
 * lately, the strongest first; then who they are and what they said. Where little is known it says so.
 */
final class Pitch {

    static final Duration MEMORY = Duration.ofDays(98);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    /** More would be no sentence any more. */
    private static final int MOST_SIGNALS = 2;

    private static final int MOST_FACTS = 4;

    private static final Wording WORDING = Wording.of(Pitch.class);

    /** What tells most of a buyer first. */
    private static final List<Signal.Kind> STRONGEST = List.of(
            Signal.Kind.MEETING_ASKED,
            Signal.Kind.FORM,
            Signal.Kind.DOWNLOAD,
            Signal.Kind.CLICK,
            Signal.Kind.MAIL_OPENED,
            Signal.Kind.VISIT);

    /** Answers to marketing's questions that speak for a lead, in the order in which one would tell them. */
    private static final List<String> ANSWERS = List.of("authority", "need", "timeframe", "budget");

    private final Locale locale;
    private final Instant now;

    Pitch(Locale locale, Instant now) {
        this.locale = locale;
        this.now = now;
    }

    /**
     * What is known of a lead.
     *
     * @param signals those of the last {@link #MEMORY}
     * @param answers the codes that marketing answered by the form field's id; empty before
     * @param facts values by the fact's name
     */
    record Known(List<Signal> signals, Map<String, String> answers, Map<String, String> facts) {}

    String sentence(Known known) {
        List<String> parts = new ArrayList<>();
        did(known.signals()).ifPresent(parts::add);
        List<String> about = Stream.of(who(known), said(known.answers()))
                .flatMap(List::stream)
                .limit(MOST_FACTS)
                .toList();
        boolean little = parts.isEmpty() && about.isEmpty();
        if (!about.isEmpty()) {
            parts.add(String.join(", ", about));
        }
        String source = known.facts().get("source");
        if (parts.size() < 2 && source != null) {
            parts.add(text("source", source));
        }
        String said = String.join("; ", parts);
        if (little) {
            return said.isEmpty() ? text("nothing") : text("little", said);
        }
        return said.substring(0, 1).toUpperCase(locale) + said.substring(1);
    }

    /** The strongest kinds of the week, else of the month, else the last that was heard. */
    private Optional<String> did(List<Signal> signals) {
        for (Duration span : List.of(WEEK, MONTH)) {
            Map<Signal.Kind, Long> counts = counts(signals, now.minus(span));
            if (!counts.isEmpty()) {
                String kinds = STRONGEST.stream()
                        .filter(counts::containsKey)
                        .limit(MOST_SIGNALS)
                        .map(kind -> times(kind, counts.getOrDefault(kind, 1L)))
                        .reduce((one, other) -> text("and", one, other))
                        .orElseThrow();
                return Optional.of(text(span.equals(WEEK) ? "week" : "month", kinds));
            }
        }
        return signals.stream().max(Comparator.comparing(this::at)).map(last -> {
            long weeks = Duration.between(at(last), now).toDays() / WEEK.toDays();
            return text(
                    weeks <= 1 ? "lastWeek" : "lastWeeks",
                    text("did." + last.kind().code()),
                    weeks);
        });
    }

    private Map<Signal.Kind, Long> counts(List<Signal> signals, Instant from) {
        Map<Signal.Kind, Long> counts = new EnumMap<>(Signal.Kind.class);
        signals.stream()
                .filter(each -> at(each).isAfter(from))
                .forEach(each -> counts.merge(each.kind(), 1L, Long::sum));
        return counts;
    }

    private Instant at(Signal signal) {
        return Objects.requireNonNullElse(signal.at(), now);
    }

    private String times(Signal.Kind kind, long times) {
        String did = text("did." + kind.code());
        return times == 1 ? did : times == 2 ? text("twice", did) : text("times", did, times);
    }

    private List<String> who(Known known) {
        List<String> who = new ArrayList<>();
        whole(known.facts().get("companySize")).ifPresent(size -> who.add(text(size == 1 ? "person" : "people", size)));
        put(who, known.facts().get("industry"));
        if (!known.answers().containsKey("authority")) {
            put(who, known.facts().getOrDefault("title", known.facts().get("seniority")));
        }
        return who;
    }

    private static void put(List<String> parts, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            parts.add(part);
        }
    }

    /** A figure that is a whole number; "51 to 200" and the like say nothing that can be counted. */
    private static Optional<Long> whole(@Nullable String figure) {
        return figure != null && figure.matches("[0-9]{1,9}") && !figure.matches("0+")
                ? Optional.of(Long.valueOf(figure))
                : Optional.empty();
    }

    private List<String> said(Map<String, String> answers) {
        return ANSWERS.stream()
                .filter(answers::containsKey)
                .map(field -> WORDING.find(locale, "pitch." + field + "." + answers.get(field)))
                .flatMap(Optional::stream)
                .toList();
    }

    private String text(String key, Object... arguments) {
        return WORDING.text(locale, "pitch." + key, arguments);
    }
}
