package org.leadrelay.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Row of the inbox read model.
 *
 * @param lead the lead's name, or what else it is known by; never empty
 * @param step the model's element id
 * @param name what is to be done, in the language of the current request
 * @param assignee login of who has it, null while nobody does
 * @param assigneeName how that person is called
 * @param priority high, normal or low
 * @param due null when nothing is due or the promise waits
 * @param waiting its promise is paused until marketing answers
 * @param answered marketing has answered a question, and whoever has the task has not opened it since
 * @param answeredAt when whoever has it answered it; null while nobody did. The answer is carried out when its grace
 *     is over
 * @param whyNot why whoever looks may not answer it though they hold its role: their part in the
 *     case; null when nothing of that kind is known
 */
public record TaskRow(
        String id,
        UUID leadId,
        String lead,
        @Nullable String company,
        String definitionId,
        String step,
        String name,
        String role,
        @Nullable String assignee,
        @Nullable String assigneeName,
        String priority,
        @Nullable String source,
        Instant createdAt,
        @Nullable Instant due,
        @Nullable Instant remind,
        boolean waiting,
        boolean answered,
        @Nullable Instant answeredAt,
        @Nullable String whyNot) {

    TaskRow because(@Nullable String why) {
        return new TaskRow(
                id,
                leadId,
                lead,
                company,
                definitionId,
                step,
                name,
                role,
                assignee,
                assigneeName,
                priority,
                source,
                createdAt,
                due,
                remind,
                waiting,
                answered,
                answeredAt,
                why);
    }
}
