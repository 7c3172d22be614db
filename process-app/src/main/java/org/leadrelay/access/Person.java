package org.leadrelay.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account.
 *
 * @param locale {@code en} or {@code de}
 * @param mustChangePassword an administrator chose the password, and nobody else knows it yet
 */
public record Person(
        String login,
        String displayName,
        @Nullable String email,
        boolean active,
        String locale,
        boolean mustChangePassword,
        Instant createdAt,
        Set<String> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }
}
