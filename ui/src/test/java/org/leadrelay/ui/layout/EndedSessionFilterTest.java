package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.spring.security.RequestUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.OpenSessions;
import org.leadrelay.access.SessionEnd;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What a session that is over may still do: nothing, whatever it asks with. */
class EndedSessionFilterTest {

    private static final String FILE = "/VAADIN/dynamic/resource/1/2/leads.csv";

    private final OpenSessions sessions = mock(OpenSessions.class);
    private final RequestUtil requests = mock(RequestUtil.class);
    private final MockFilterChain chain = new MockFilterChain();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_session_that_lives_goes_on() throws Exception {
        ask("GET", FILE, null);

        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void a_download_leads_to_the_login_page_which_says_why() throws Exception {
        MockHttpServletRequest request = ask("GET", FILE, SessionEnd.PASSWORD);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?ended=password");
        assertThat(((MockHttpSession) Objects.requireNonNull(request.getSession())).isNew())
                .as("the old session is gone")
                .isTrue();
    }

    @Test
    void an_upload_is_refused() throws Exception {
        ask("POST", FILE, SessionEnd.DEACTIVATED);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(401);
    }

    @Test
    void a_connection_for_pushing_is_refused() throws Exception {
        when(requests.isFrameworkInternalRequest(any())).thenReturn(true);

        ask("GET", "/VAADIN/push?v-r=push", SessionEnd.ENDED);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(401);
    }

    @Test
    void a_message_of_a_page_is_answered_with_the_way_to_the_login() throws Exception {
        when(requests.isFrameworkInternalRequest(any())).thenReturn(true);

        ask("POST", "/?v-r=uidl", SessionEnd.TOO_LONG);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getContentAsString()).contains("login?ended=too-long");
    }

    private MockHttpServletRequest ask(String method, String address, @Nullable SessionEnd why) throws Exception {
        String[] parts = address.split("\\?", 2);
        MockHttpServletRequest request = new MockHttpServletRequest(method, parts[0]);
        if (parts.length == 2) {
            String[] parameter = parts[1].split("=", 2);
            request.setParameter(parameter[0], parameter[1]);
        }
        MockHttpSession session = new MockHttpSession();
        session.setNew(false);
        request.setSession(session);
        when(sessions.check(request)).thenReturn(why);
        new EndedSessionFilter(sessions, requests).doFilter(request, response, chain);
        return request;
    }
}
