package org.leadrelay.charter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;

/**
 * Port to the release of the models that takes effect together with a version of the charter: it changes a table that the
 * charter pins, or which clauses the models read.
 */
public interface PairedRelease {

    /**
     * The release that goes with a version, for whoever reads it.
     *
     * @param approved whether only the signatures are awaited
     */
    record Partner(int number, boolean approved) {}

    /** Empty when none goes with this version. */
    Optional<Partner> partner(int version);

    /** The steps and timers of the release that goes with this version; empty when none does. */
    Optional<List<ModelElements.Element>> elements(int version);

    /** Whether a release goes with this version that nobody has approved yet: until then the last signature is not the last word. */
    boolean isAwaited(int version);

    /** The moment that was chosen for the release; null for none. */
    @Nullable
    Instant chosenFrom(int version);

    /** Where the version does not say what the release does; empty when no release goes with it. */
    List<Invalid.Violation> misfits(int version, CharterContent content);

    /** Both sides have signed, and both take effect at this moment. */
    void takeEffect(int version, Instant moment);

    /** A version that was to take effect is taken back, and with it the release. */
    void withdrawn(int version);

    /** A draft is given up: its release waits for another one. */
    void discarded(int version);
}
