package org.leadrelay.access;

/**
 * Event of a team that was created, deleted or given other members, published in the transaction that changes
 * it.
 */
public record TeamsChanged() {}
