package org.leadrelay.charter;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One promised response of a charter.
 *
 * @param name as models write it: {@code ${due.answerHandOff}}
 * @param who the role that promises: {@code sales-rep}
 * @param element the step of the models that is promised, by its id there: {@code
 *     Activity_AnswerHandOff}
 * @param high working time for a lead of high priority
 * @param normal working time for every other lead
 * @param low working time for a lead of low priority
 * @param reminderShare part of the working time after which to remind, or null for no reminder
 */
@Embeddable
public record Clause(
        @Column(name = "clause") String name,
        String who,
        String element,
        @Convert(converter = WorkInWords.class) @JsonDeserialize(using = WorkJson.class)
                Duration high,
        @Convert(converter = WorkInWords.class) @JsonDeserialize(using = WorkJson.class)
                Duration normal,
        @Convert(converter = WorkInWords.class) @JsonDeserialize(using = WorkJson.class)
                Duration low,
        @Nullable Double reminderShare) {

    public Clause {
        name = Given.text(name);
        who = Given.text(who);
        element = Given.text(element);
        high = Given.work(high);
        normal = Given.work(normal);
        low = Given.work(low);
    }

    /** Working time for a priority; anything but high and low counts as normal. */
    public Duration work(@Nullable String priority) {
        return switch (priority == null ? "" : priority.toLowerCase(Locale.ROOT)) {
            case "high" -> high;
            case "low" -> low;
            default -> normal;
        };
    }

    /** Working time until the reminder, or null when the clause has none. */
    public @Nullable Duration untilReminder(@Nullable String priority) {
        return reminderShare == null
                ? null
                : Duration.ofSeconds(Math.round(work(priority).toSeconds() * reminderShare));
    }
}
