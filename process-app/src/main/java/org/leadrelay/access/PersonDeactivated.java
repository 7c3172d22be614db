package org.leadrelay.access;

import org.jspecify.annotations.Nullable;

/**
 * Published inside the transaction that deactivates a person, so that open work is handed over with
 * it.
 *
 * @param successor who takes over the open tasks; null gives them back to the role
 */
public record PersonDeactivated(String login, @Nullable String successor) {}
