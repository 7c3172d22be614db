package org.leadrelay.assignment;

/**
 * Something a rep is good at, as the table {@code hand-off-skills} names it.
 *
 * @param id a short word: small letters, digits and hyphens
 * @param reps how many reps have it
 */
public record Skill(String id, String english, String german, long reps) {}
