package org.leadrelay.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer.
 *
 * @param undoUntil when it will be carried out, and can be taken back until then; null when it was carried out at once
 */
public record CompletionResult(UUID leadId, @Nullable Instant undoUntil) {}
