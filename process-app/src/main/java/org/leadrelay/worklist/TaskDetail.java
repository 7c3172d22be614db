package org.leadrelay.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Detail view of one task.
 *
 * @param draft what this person had filled in already, by field id; empty when nothing
 * @param notes what was written in answers so far, newest first; also questions to marketing
 * @param soFar what happened before, and why
 * @param mayAnswer whether this person may claim and complete it now
 * @param whyNot why not, and who may, when it is because of their part in the case; else null
 * @param mayAssign whether this person may give it to somebody else
 * @param mayAsk whether this person may ask marketing now
 * @param unexplained the broken promise of which nobody has said why, or null
 */
public record TaskDetail(
        TaskRow task,
        Form form,
        Map<String, Object> draft,
        List<Comment> comments,
        List<Notes.Note> notes,
        SoFar soFar,
        boolean mayAnswer,
        @Nullable String whyNot,
        boolean mayAssign,
        boolean mayAsk,
        @Nullable UUID unexplained) {

    /**
     * What somebody said about a task; part of the lead's record.
     *
     * @param person login
     * @param personName how that person is called
     * @param from what the lead was known by about which it was said, when that was merged into this one; else null
     */
    public record Comment(
            UUID id,
            String taskId,
            UUID leadId,
            String step,
            String person,
            @Nullable String personName,
            String text,
            Instant at,
            @Nullable String from) {

        /** As it is stored. */
        Comment(
                UUID id,
                String taskId,
                UUID leadId,
                String step,
                String person,
                @Nullable String personName,
                String text,
                Instant at) {
            this(id, taskId, leadId, step, person, personName, text, at, null);
        }

        Comment of(@Nullable String mergedLead) {
            return new Comment(id, taskId, leadId, step, person, personName, text, at, mergedLead);
        }
    }
}
