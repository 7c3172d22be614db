package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;

/**
 * Before/after diff of one fact.
 *
 * @param name the fact's name
 * @param before null when nothing was known
 */
public record FactChange(
        String name, String label, @Nullable String before, String after) {}
