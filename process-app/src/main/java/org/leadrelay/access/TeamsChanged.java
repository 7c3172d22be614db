package org.leadrelay.access;

/** A team came, went or has other members; told within the transaction that changes it. */
public record TeamsChanged() {}
