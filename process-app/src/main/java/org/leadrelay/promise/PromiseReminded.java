package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;

/** Event of a promise that is running out, published in the transaction in which the ledger noted it. */
public record PromiseReminded(UUID promiseId, UUID leadId, String clause, Instant due) {}
