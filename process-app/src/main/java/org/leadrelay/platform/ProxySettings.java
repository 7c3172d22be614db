package org.leadrelay.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param trusted addresses and CIDR networks of the reverse proxies that stand before this node;
 *     without a word nobody is believed
 */
@ConfigurationProperties("leadrelay.proxy")
record ProxySettings(@Nullable List<String> trusted) {

    @Override
    public List<String> trusted() {
        return trusted == null ? List.of() : trusted;
    }
}
