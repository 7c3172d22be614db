package org.leadrelay.promise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event of a promise whose step has ended, kept or not, published in the transaction in which the ledger noted it. One
 * that broke because its step was taken away is told by {@link PromiseBroken} alone.
 *
 * @param unexplainedBy who is still asked why it was not kept; null when nobody is
 */
public record PromiseEnded(UUID promiseId, @Nullable String unexplainedBy) {}
