package org.leadrelay.journal;

import org.jspecify.annotations.Nullable;

/** Port to whoever acts in this thread; the package that knows people and keys implements it. */
public interface CurrentAuthor {

    Acting get();

    /**
     * @param login a person's login, {@code key:} and the name of an API key, or {@code system}
     * @param apiKeyName the name of the API key, null for everybody else
     */
    record Acting(String login, @Nullable String apiKeyName) {}
}
