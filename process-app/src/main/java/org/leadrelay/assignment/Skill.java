package org.leadrelay.assignment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.leadrelay.platform.Words;

/**
 * Skill tag of a rep, the criterion by which leads are routed.
 *
 * @param id a short word: small letters, digits and hyphens
 * @param reps how many reps have it
 * @param mayRemove whether the current person may take it off the list
 */
public record Skill(String id, @JsonUnwrapped Words words, long reps, boolean mayRemove) {}
