package org.leadrelay.charter;

import java.util.Set;
import org.leadrelay.access.Mandate;

/**
 * Event of a version that was put before both sides, signed by one, or taken back, published in the transaction in
 * which that was noted.
 *
 * @param edition of the version: what is proposed once more is another one
 * @param of the sides that are still to sign; none when there is nothing to sign any more
 */
public record SignaturesAwaited(int version, int edition, Set<Mandate> of) {

    public SignaturesAwaited {
        of = Set.copyOf(of);
    }
}
