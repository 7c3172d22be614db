package org.leadrelay.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A logged-in session of a person, on whichever node.
 *
 * @param lastSeenAt to the minute
 * @param browser what it calls itself
 * @param current whether it is the one that asks
 */
public record PersonSession(
        UUID id,
        String login,
        Instant startedAt,
        Instant lastSeenAt,
        String node,
        String address,
        String browser,
        boolean current) {}
