package org.leadrelay.promise;

import java.util.UUID;

/**
 * Event of a broken promise of which was said why.
 *
 * @param ended whether its step has ended
 */
public record PromiseExplained(UUID promiseId, boolean ended) {}
