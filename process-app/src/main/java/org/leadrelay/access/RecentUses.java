package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;

/** Rate limit for noting the last use of keys and tokens: once a minute on each node, so that a call costs no write. */
final class RecentUses {

    private final Cache<UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Whether a use is to be noted. */
    boolean isFirst(UUID id) {
        return noted.asMap().putIfAbsent(id, true) == null;
    }
}
