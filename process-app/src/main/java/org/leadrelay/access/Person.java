package org.leadrelay.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;

/**
 * User account, as other features see it.
 *
 * @param locale {@code en} or {@code de}; null for whoever is answered as their browser asks
 * @param languageSeen what their browser asked for last, null before the first login
 * @param mustChangePassword an administrator chose the password, and nobody else knows it yet
 */
public record Person(
        String login,
        String displayName,
        @Nullable String email,
        boolean active,
        @Nullable String locale,
        @JsonIgnore @Nullable String languageSeen,
        boolean mustChangePassword,
        Instant createdAt,
        Set<String> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** What to write to them in: their choice, else the language in which they were seen last, else English. */
    public Language language() {
        return Optional.ofNullable(locale)
                .or(() -> Optional.ofNullable(languageSeen))
                .flatMap(Language::ofCode)
                .orElse(Language.ENGLISH);
    }
}
