package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.FactChange;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * Result of one row of an import.
 *
 * @param line its line in the file
 * @param leadId the lead that it created or belongs to, after a merge the one that goes on; null
 *     when it was refused
 * @param changes the facts that it changed about a known lead
 * @param field what the reason is about
 * @param reason why it was refused
 * @param undo what the undo of the import did about it; null when it was not undone
 * @param undoNotes what could not be undone and why, and what stays all the same
 */
public record ImportRow(
        long line,
        Outcome outcome,
        @Nullable UUID leadId,
        @Nullable String leadName,
        List<FactChange> changes,
        @Nullable String field,
        @Nullable String reason,
        @Nullable UndoOutcome undo,
        List<String> undoNotes) {

    ImportRow called(@Nullable String name) {
        return new ImportRow(line, outcome, leadId, name, changes, field, reason, undo, undoNotes);
    }

    /** What became of a row. */
    public enum Outcome {
        /** A new lead. */
        CREATED("created"),
        /** Joined a known lead and changed facts of it. */
        CHANGED("changed"),
        /** Joined a known lead and changed none of its facts. */
        JOINED("joined"),
        /** The same record as last time: nothing was done. */
        UNCHANGED("unchanged"),
        /** Began a new journey of a known lead whose journey had ended. */
        RETURNED("returned"),
        /** Fits two leads; a person decides. */
        TO_DECIDE("toDecide"),
        REFUSED("refused");

        private static final Wording WORDING = Wording.of(ImportRow.class);

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }

        static Outcome of(Captured captured) {
            return switch (captured.outcome()) {
                case CREATED -> CREATED;
                case MERGED -> captured.changes().isEmpty() ? JOINED : CHANGED;
                case UNCHANGED -> UNCHANGED;
                case RETURNED -> RETURNED;
                case TO_DECIDE -> TO_DECIDE;
            };
        }

        /**
         * The outcome with this code.
         *
         * @throws Invalid when there is none
         */
        static Outcome ofCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> Invalid.field(
                            "outcome",
                            WORDING.text(
                                    "noOutcome",
                                    Arrays.stream(values()).map(Outcome::code).collect(Collectors.joining(", ")))));
        }
    }
}
