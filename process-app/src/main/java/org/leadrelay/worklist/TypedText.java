package org.leadrelay.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Text that somebody typed at a task: an answer in words, a question to marketing or a comment.
 *
 * @param comment the comment's id; null for what belongs to an answer or a question
 * @param field the form field's id, {@code question} or {@code comment}
 * @param label what the form called the field at the time; empty for a comment
 * @param from what the lead was known by about which it was typed, when that was merged into this one; else null
 */
public record TypedText(
        String taskId,
        @Nullable UUID comment,
        String field,
        String label,
        String text,
        String person,
        Instant at,
        @Nullable String from) {

    /** The field of what was asked of marketing. */
    public static final String QUESTION = Notes.QUESTION;

    /** The field of a comment. */
    public static final String COMMENT = "comment";
}
