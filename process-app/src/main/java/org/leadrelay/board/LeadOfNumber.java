package org.leadrelay.board;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Row behind a number: a journey, a lap or a promise of one lead.
 *
 * @param id unique among the rows of a number
 * @param lead what is known of the person now, as lists show it, of a merged lead the one that survived it; null where the
 *     reader may not see the lead, or it is gone: the row counts all the same
 * @param journey number of the lead's journey, from 1
 * @param entered day on which it entered the denominator, in the zone of the charter's hours; a time of day would tell of persons
 * @param reached day on which it entered the numerator; null when it did not
 * @param rep login; null without the permission {@code boards-people}, unless it is the reader
 * @param end code of the journey's end; null while it runs
 */
public record LeadOfNumber(
        String id,
        UUID leadId,
        @Nullable String lead,
        int journey,
        int lap,
        LocalDate entered,
        @Nullable LocalDate reached,
        @Nullable String source,
        @Nullable String fit,
        @Nullable Integer maturity,
        @Nullable String reason,
        @Nullable String rep,
        @Nullable String end,
        @Nullable Long dealValue,
        @Nullable String currency) {

    LeadOfNumber called(@Nullable String name) {
        return new LeadOfNumber(
                id, leadId, name, journey, lap, entered, reached, source, fit, maturity, reason, rep, end, dealValue,
                currency);
    }
}
