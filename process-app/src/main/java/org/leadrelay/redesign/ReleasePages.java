package org.leadrelay.redesign;

import jakarta.servlet.http.HttpServletRequest;
import org.leadrelay.platform.PublicAddress;
import org.springframework.stereotype.Component;

/** Addresses of the pages of releases, for answers that leave the product. */
@Component
class ReleasePages {

    private final Releases releases;
    private final PublicAddress address;

    ReleasePages(Releases releases, PublicAddress address) {
        this.releases = releases;
        this.address = address;
    }

    String release(HttpServletRequest request, int number) {
        return address.of(request) + "/redesign/" + number;
    }

    /** Of the open candidate, or of all releases where there is none. */
    String candidate(HttpServletRequest request) {
        return releases.open()
                .map(each -> release(request, each.number()))
                .orElseGet(() -> address.of(request) + "/redesign");
    }
}
