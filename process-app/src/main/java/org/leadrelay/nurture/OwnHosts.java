package org.leadrelay.nurture;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Allow-list of the hosts to which links of mails may lead. */
final class OwnHosts {

    private final Set<String> hosts;

    OwnHosts(Collection<String> hosts) {
        this.hosts = hosts.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is a page of one of these very hosts, over https and without a user before the host. */
    boolean has(URI page) {
        return "https".equalsIgnoreCase(page.getScheme())
                && page.getHost() != null
                && page.getRawUserInfo() == null
                && hosts.contains(page.getHost().toLowerCase(Locale.ROOT));
    }
}
