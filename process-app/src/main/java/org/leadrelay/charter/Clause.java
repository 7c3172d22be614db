package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/**
 * One promised response of a charter.
 *
 * @param name as models write it: {@code ${due.answerHandOff}}
 * @param words what pages, mail, bell and log call it: a short heading, "Answer a hand-off"
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

        @JsonUnwrapped
        @Embedded
        @AttributeOverride(name = "english", column = @Column(name = "label_en"))
        @AttributeOverride(name = "german", column = @Column(name = "label_de"))
        Words words,

        String who,
        String element,

        @Convert(converter = AmountInWords.class) @JsonDeserialize(using = AmountJson.class)
        WorkAmount high,

        @Convert(converter = AmountInWords.class) @JsonDeserialize(using = AmountJson.class)
        WorkAmount normal,

        @Convert(converter = AmountInWords.class) @JsonDeserialize(using = AmountJson.class)
        WorkAmount low,

        @Nullable Double reminderShare) {

    public Clause {
        name = EmptyDefaults.text(name);
        words = EmptyDefaults.words(words);
        who = EmptyDefaults.text(who);
        element = EmptyDefaults.text(element);
        high = EmptyDefaults.amount(high);
        normal = EmptyDefaults.amount(normal);
        low = EmptyDefaults.amount(low);
    }

    /** Working time for a priority; anything but high and low counts as normal. */
    public WorkAmount work(@Nullable String priority) {
        return switch (priority == null ? "" : priority.toLowerCase(Locale.ROOT)) {
            case "high" -> high;
            case "low" -> low;
            default -> normal;
        };
    }

    /**
     * Working time until the reminder, or null when the clause has none.
     *
     * @param work the whole working time, with its days counted in hours
     */
    public @Nullable Duration untilReminder(Duration work) {
        return reminderShare == null ? null : Duration.ofSeconds(Math.round(work.toSeconds() * reminderShare));
    }
}
