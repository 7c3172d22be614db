package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * Event of a broken promise, published in the transaction in which the ledger noted it, and not at all when the
 * step was completed in the same moment.
 *
 * @param calendarVersion the hours it is counted in
 * @param running whether its step goes on; otherwise it was taken away
 */
public record PromiseBroken(
        UUID promiseId, UUID leadId, String clause, Instant due, int calendarVersion, boolean running) {}
