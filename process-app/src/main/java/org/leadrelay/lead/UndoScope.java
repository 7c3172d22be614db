package org.leadrelay.lead;

import java.time.Instant;

/**
 * The import that is undone: whose records it brought, under whose login, and when it ran.
 *
 * @param origin the name of the records' origin
 */
public record UndoScope(String origin, String person, Instant from, Instant to) {}
