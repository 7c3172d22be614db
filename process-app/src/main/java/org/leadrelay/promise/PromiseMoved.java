package org.leadrelay.promise;

import java.util.UUID;

/** Event of a promise that is due later than was thought, because it waits for an answer or for the buyer's day. */
public record PromiseMoved(UUID promiseId) {}
