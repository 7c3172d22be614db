package org.leadrelay.access;

import java.time.Instant;

/**
 * Event of a series of wrong passwords, published once per series.
 *
 * @param login as it was typed, normalised; nobody need have it
 * @param since when the series began
 */
public record PasswordGuessed(String login, Instant since) {}
