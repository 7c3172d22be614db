package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.3.7,         10.0.3.7,                  true",
        "10.0.3.7,         10.0.3.70,                 false",
        "10.0.3.7,         10x0.3.7,                  false",
        "10.0.3.7/32,      10.0.3.8,                  false",
        "10.0.3.0/24,      10.0.3.255,                true",
        "10.0.3.0/24,      10.0.4.0,                  false",
        "172.16.0.0/12,    172.16.0.1,                true",
        "172.16.0.0/12,    172.31.255.255,            true",
        "172.16.0.0/12,    172.32.0.0,                false",
        "172.16.0.0/12,    172.15.255.255,            false",
        "192.168.4.99/30,  192.168.4.96,              true",
        "192.168.4.99/30,  192.168.4.99,              true",
        "192.168.4.99/30,  192.168.4.100,             false",
        "::1,              0:0:0:0:0:0:0:1,           true",
        "::1,              0:0:0:0:0:0:0:2,           false",
        "2001:db8::/32,    2001:db8:0:0:0:0:0:7,      true",
        "2001:db8::/32,    2001:db9:0:0:0:0:0:7,      false",
        "fd00:1:2:3::/64,  fd00:1:2:3:a:b:c:d,        true",
        "fd00:1:2:3::/64,  fd00:1:2:4:a:b:c:d,        false"
    })
    void a_network_holds_its_addresses_and_no_other(String network, String address, boolean held) {
        assertThat(address.matches(ProxyNetwork.pattern(network))).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.3.7", "10.0.4.1", "0:0:0:0:0:0:0:1"})
    void a_list_holds_what_each_of_its_networks_holds(String address) {
        assertThat(address).matches(ProxyNetwork.pattern(List.of("10.0.3.7", "10.0.4.0/24", "::1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy",
                "localhost",
                "10.0.3",
                "10.0.3.256",
                "10.0.3.0/",
                "10.0.3.0/33",
                "10.0.3.0/0",
                "0.0.0.0/0",
                "::/0",
                "10.0.3.0/-1",
                "10.0.3.0/24/24",
                ".*",
                "",
                "fe80::/10",
                "12345",
                "::1%eth0"
            })
    void names_and_what_holds_everybody_are_refused(String network) {
        assertThatThrownBy(() -> ProxyNetwork.pattern(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + network + "\"");
    }
}
