package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where links of mails may lead. */
class OwnHostsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://www.firm.example/guide?a=b#c,        true",
        "https://WWW.Firm.example,                    true",
        "https://www.firm.example:8443/x,             true",
        "http://www.firm.example/guide,               false",
        "https://firm.example/,                       false",
        "https://x.www.firm.example/,                 false",
        "https://www.firm.example.evil.example/,      false",
        "https://www.firm.example@evil.example/,      false",
        "https://user@www.firm.example/,              false",
        "https:www.firm.example,                      false",
        "//www.firm.example/,                         false",
        "/guide,                                      false",
        "javascript:alert(1),                         false",
        "data:text/html;www.firm.example,             false"
    })
    void a_link_leads_to_ones_own_hosts_alone(String page, boolean own) {
        assertThat(new OwnHosts(List.of("www.firm.example")).has(URI.create(page)))
                .isEqualTo(own);
    }
}
