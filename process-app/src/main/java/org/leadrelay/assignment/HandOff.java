package org.leadrelay.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Request for a hand-off: a lead that is to be given to a rep.
 *
 * @param priority high, normal or low: how soon the rep has promised to answer
 * @param skills all of which a rep needs to have
 * @param sameRepAllowed whether a verdict lets the lead go back to a rep who declined it
 */
public record HandOff(UUID leadId, long lap, String priority, List<String> skills, boolean sameRepAllowed) {

    /** For looking at reps when no lead is at hand. */
    static final HandOff ANY = new HandOff(new UUID(0, 0), 0, "normal", List.of(), true);

    public HandOff {
        skills = List.copyOf(skills);
    }

    /** Skills as the table {@code hand-off-skills} answers: words separated by spaces, or none. */
    public static List<String> skills(@Nullable String answered) {
        return answered == null || answered.isBlank()
                ? List.of()
                : List.of(answered.strip().split("[\\s,]+"));
    }
}
