package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tls_is_asked_for_from_now_on_over_tls_only(boolean secure) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/me");
        request.setSecure(secure);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new SecurityHeaders().doFilter(request, response, new MockFilterChain());

        assertThat(response.getHeader(SecurityHeaders.TRANSPORT))
                .isEqualTo(secure ? SecurityHeaders.TRANSPORT_YEAR : null);
        SecurityHeaders.ALWAYS.forEach(
                (name, value) -> assertThat(response.getHeader(name)).isEqualTo(value));
    }

    @Test
    void the_page_of_headers_says_what_is_sent() throws Exception {
        String page = Files.readString(Path.of("../docs/reference/security-headers.md"));

        SecurityHeaders.ALWAYS.forEach(
                (name, value) -> assertThat(page).contains("| `" + name + "` | `" + value + "` |"));
        assertThat(page)
                .contains("| `%s` | `%s` |".formatted(SecurityHeaders.TRANSPORT, SecurityHeaders.TRANSPORT_YEAR));
    }
}
