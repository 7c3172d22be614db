package org.leadrelay.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Partial update of a person by an administrator; null leaves a field as it is.
 *
 * @param locale {@code en} or {@code de}; empty is as their browser asks
 */
public record PersonChange(
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String locale,
        @Nullable Set<String> roles) {}
