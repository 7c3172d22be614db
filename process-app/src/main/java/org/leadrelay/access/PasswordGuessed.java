package org.leadrelay.access;

import java.time.Instant;

/**
 * Published once for a series of wrong passwords.
 *
 * @param login as it was typed, normalised; nobody need have it
 * @param since when the series began
 */
public record PasswordGuessed(String login, Instant since) {}
