package org.leadrelay.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer that was given and checked, and is carried out now or when its grace is over.
 *
 * @param person login of who gave it
 * @param notes texts for the lead's record, with what the form called each field in the person's language
 * @param facts what routes, as in {@link Answers#facts}
 * @param at when it was given; that moment counts for the promise
 */
record PendingAnswer(
        String taskId,
        UUID leadId,
        String person,
        List<Notes.Written> notes,
        Map<String, @Nullable Object> facts,
        Instant at) {}
