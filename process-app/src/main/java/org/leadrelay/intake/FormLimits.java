package org.leadrelay.intake;

import org.leadrelay.platform.AddressRate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Rate limiter of the web form by client address; on each node for itself. */
@Component
class FormLimits {

    private final AddressRate rate;

    FormLimits(@Value("${leadrelay.web-form.per-minute:60}") int perMinute) {
        this.rate = new AddressRate(perMinute);
    }

    boolean allows(String address) {
        return rate.allows(address);
    }
}
