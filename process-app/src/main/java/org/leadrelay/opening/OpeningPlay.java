package org.leadrelay.opening;

import java.util.Set;
import org.leadrelay.lead.KnownElement;

/** Decision table of the plays, as the product knows it: it is evaluated for reading, and no model asks it. */
public final class OpeningPlay {

    public static final String TABLE = "opening-play";

    /** Its column that names the play, which the words files beside it speak of. */
    public static final String OUTPUT = "play";

    private static final Set<String> STEPS = Set.of(KnownElement.ANSWER_HAND_OFF.id(), KnownElement.MAKE_CONTACT.id());

    private OpeningPlay() {}

    /** Whether whoever works a task of this step is about to talk with the lead for the first time. */
    public static boolean isBefore(String step) {
        return STEPS.contains(step);
    }
}
