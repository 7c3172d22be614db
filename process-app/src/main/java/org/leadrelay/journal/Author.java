package org.leadrelay.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Author of a log line, and where it was written.
 *
 * @param person {@code system}, {@code key:} and the id of an API key, or a login in lines of before; null where the reference is there
 * @param personRef the person by reference; null in lines that name the login
 * @param apiKey the name of the API key that asked
 * @param node host name of the node; null in lines of format 1
 */
public record Author(
        @Nullable String person,
        @Nullable UUID personRef,
        @Nullable String apiKey,
        @Nullable String node) {}
