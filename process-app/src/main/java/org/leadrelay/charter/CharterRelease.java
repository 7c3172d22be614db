package org.leadrelay.charter;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of the release of the models that takes effect with a version on its way, by everybody inside. */
@Service
public class CharterRelease {

    private final PairedRelease paired;

    CharterRelease(PairedRelease paired) {
        this.paired = paired;
    }

    /** Empty when none goes with it, or it does not wait for its moment any more. */
    @Transactional(readOnly = true)
    public Optional<PairedRelease.Partner> of(CharterVersion version) {
        return version.mayBindLater() ? paired.partner(version.version()) : Optional.empty();
    }
}
