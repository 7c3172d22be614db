package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;

/**
 * What a record changed about a lead.
 *
 * @param name the fact's name
 * @param before null when nothing was known
 */
public record FactChange(
        String name, String label, @Nullable String before, String after) {}
