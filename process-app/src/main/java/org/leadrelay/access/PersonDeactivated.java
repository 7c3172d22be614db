package org.leadrelay.access;

import org.jspecify.annotations.Nullable;

/**
 * Event of a deactivated person, published in the same transaction so that open work is handed over with it.
 *
 * @param successor who takes over the open tasks; null gives them back to the role
 */
public record PersonDeactivated(String login, @Nullable String successor) {}
