package org.leadrelay.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Result of completing a task: what became of the answer.
 *
 * @param undoUntil when it will be carried out, and can be taken back until then; null when it was carried out at once
 */
public record CompletionResult(UUID leadId, @Nullable Instant undoUntil) {}
