package org.leadrelay.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Author of a log line, and where it was written.
 *
 * @param person a login, {@code key:} and the name of an API key, or {@code system}
 * @param personRef the person by reference; null in lines that name the login
 * @param apiKey the name of the API key that asked
 * @param node host name of the node; null in lines of format 1
 */
public record Author(
        String person,
        @Nullable UUID personRef,
        @Nullable String apiKey,
        @Nullable String node) {}
