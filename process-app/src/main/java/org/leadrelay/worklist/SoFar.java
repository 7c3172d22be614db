package org.leadrelay.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * History of a lead as whoever opens one of its tasks needs it: who decided what and why, what was learned, asked
 * and answered. Never empty: the last entry says where the lead came from.
 *
 * @param entries newest first
 * @param attempts the contact attempts of the present lap, where any were made or the task is one
 * @param earlierLaps how each lap before the present one ended, newest first; entries of the list above
 * @param dispute both sides' case, for whoever judges; else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SoFar(
        List<Entry> entries,
        @Nullable Attempts attempts,
        List<Entry> earlierLaps,
        @Nullable Dispute dispute) {

    public SoFar {
        entries = List.copyOf(entries);
        earlierLaps = List.copyOf(earlierLaps);
    }

    /** What an entry tells of. */
    public enum What {
        /** A task was answered. */
        ANSWERED,
        /** A rep asked marketing. */
        ASKED,
        /** A task was taken away after its promise broke. */
        MISSED,
        /** Nobody could take the lead. */
        WAITED,
        /** The journey ended. */
        ENDED,
        /** Somebody reopened the lead. */
        REOPENED,
        /** The lead came in, or came back. */
        CAME;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that happened.
     *
     * @param person login of who did it, {@code system} for what nobody did
     * @param personName null where nobody did it
     * @param step the model's element, null when it happened at none
     * @param outcome the code of the button that was pressed; null for what is no answer
     * @param text the outcome, or what else happened, in words
     * @param reason the agreed reason that was given
     * @param answers the other answers, in the order of the form
     * @param said what was written
     * @param attempt the number of a contact attempt in its lap
     * @param earlier whether it belongs to an earlier lap or journey, or to a merged lead
     * @param from what the lead was known by to which it happened, when that was merged into this one; else null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            Instant at,
            What what,
            String person,
            @Nullable String personName,
            @Nullable String step,
            @Nullable String stepName,
            @Nullable String outcome,
            String text,
            @Nullable Answer reason,
            List<Answer> answers,
            List<Said> said,
            @Nullable Integer attempt,
            int journey,
            long lap,
            boolean earlier,
            @Nullable String from) {

        public Entry {
            answers = List.copyOf(answers);
            said = List.copyOf(said);
        }

        Entry inPast(boolean past) {
            return told(past, from);
        }

        /** The same, as it happened to a lead that was merged into another. */
        Entry ofMerged(String lead) {
            return told(true, lead);
        }

        private Entry told(boolean past, @Nullable String mergedLead) {
            return new Entry(
                    at,
                    what,
                    person,
                    personName,
                    step,
                    stepName,
                    outcome,
                    text,
                    reason,
                    answers,
                    said,
                    attempt,
                    journey,
                    lap,
                    past,
                    mergedLead);
        }
    }

    /**
     * One field's answer.
     *
     * @param label what the form calls the field
     * @param value as it was sent: a code, a number, an instant
     * @param text the same as people read it
     */
    public record Answer(String field, String label, String value, String text) {}

    /**
     * Words that a person wrote.
     *
     * @param field the form's field, or {@code question}
     */
    public record Said(String field, String label, String text) {}

    /**
     * @param made how many did not reach the buyer in this lap
     * @param most how many the charter agrees on
     */
    public record Attempts(int made, int most) {}

    /**
     * A case before its verdict.
     *
     * @param sales the rejection
     * @param marketing why marketing contests it
     * @param precedents null where no rejection with a reason is on record
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Dispute(
            @Nullable Entry sales,
            @Nullable Entry marketing,
            @Nullable Precedents precedents) {}

    /**
     * Earlier verdicts on rejections for the same reason.
     *
     * @param ways how many went which way, the most frequent first
     * @param newest a few of them, newest first
     */
    public record Precedents(Answer reason, List<OutcomeCount> ways, List<Precedent> newest) {

        public Precedents {
            ways = List.copyOf(ways);
            newest = List.copyOf(newest);
        }

        public int total() {
            return ways.stream().mapToInt(OutcomeCount::count).sum();
        }
    }

    /** How often a verdict had this outcome. */
    public record OutcomeCount(String outcome, String text, int count) {}

    /**
     * One earlier verdict. Of a lead that the reader may not see, only when and how it was judged.
     *
     * @param grounds in the words of whoever judged
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Precedent(
            Instant at,
            String outcome,
            String text,
            @Nullable String grounds,
            @Nullable UUID leadId,
            @Nullable String lead) {}

    /** The newest answer of the present lap with this outcome. */
    Optional<Entry> newest(String outcome) {
        return entries.stream()
                .filter(each -> !each.earlier() && outcome.equals(each.outcome()))
                .findFirst();
    }
}
