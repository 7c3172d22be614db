package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import org.leadrelay.platform.LowerCaseEnumConverter;
import org.leadrelay.workingtime.WorkAmount;

/**
 * Rung of the escalation ladder: who is told at one moment of a promise.
 *
 * @param clause the clause it belongs to, or {@link #ANY}
 * @param after working time since the due instant; nothing unless the moment is {@code AFTER}
 * @param whom {@link #HOLDER}, {@link #OWNER}, {@link #HEADS}, or the name of a role
 */
@Embeddable
public record Rung(
        String clause,
        @Convert(converter = MomentInSmallLetters.class) Moment moment,

        @Convert(converter = AmountInWords.class) @JsonDeserialize(using = AmountJson.class)
        WorkAmount after,

        String whom) {

    public Rung {
        clause = EmptyDefaults.text(clause);
        after = EmptyDefaults.amount(after);
        whom = EmptyDefaults.text(whom);
    }

    /** What the check of a draft calls it: {@code placeLead.overdue.PT0S.heads}. */
    public String code() {
        return "%s.%s.%s.%s".formatted(clause, moment, after, whom);
    }

    /** Stands for every clause that has no ladder of its own. */
    public static final String ANY = "any";

    /** Whoever works on the promised step. */
    public static final String HOLDER = "holder";

    /** Whoever works on the promised step, or else the lead's rep. */
    public static final String OWNER = "owner";

    /** The heads of marketing and of sales. */
    public static final String HEADS = "heads";

    /** When a rung is climbed. */
    public enum Moment {
        REMIND,
        OVERDUE,
        AFTER;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Converter
    static class MomentInSmallLetters extends LowerCaseEnumConverter<Moment> {

        MomentInSmallLetters() {
            super(Moment.class);
        }
    }
}
