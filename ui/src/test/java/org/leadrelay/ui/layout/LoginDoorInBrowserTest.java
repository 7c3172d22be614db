package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.ui.testing.BrowserTest;
import org.leadrelay.ui.testing.Door;

/** The login and its cookie, asked without a browser's good manners. */
class LoginDoorInBrowserTest extends BrowserTest {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final Door door = new Door(address(""));

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login?v-r=uidl", "/login?v-r=heartbeat", "/login?v-r=push"})
    void without_its_token_nobody_is_let_in(String address) {
        // given
        String session = id(door.open("GET", "/login"));

        // when the right password comes from a page that is not ours
        HttpResponse<String> answer =
                door.with("Cookie", session).form(address, Map.of("username", "ada", "password", "demo"));

        // then
        assertThat(setCookies(answer)).isEmpty();
        assertIsOutside(session);
    }

    @Test
    void with_its_token_one_is_let_in_under_another_id() {
        // given
        HttpResponse<String> login = door.open("GET", "/login");
        String before = id(login);

        // when
        HttpResponse<String> answer = logIn(login, before);

        // then
        assertThat(answer.headers().firstValue("Location")).hasValue(address(""));
        String after = id(answer);
        assertThat(after).isNotEqualTo(before);
        assertIsOutside(before);
        assertThat(door.with("Cookie", after).open("GET", "/leads").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_cookie_is_not_for_scripts_and_not_for_other_sites() {
        // when
        String cookie =
                door.open("GET", "/login").headers().firstValue("Set-Cookie").orElseThrow();

        // then
        assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void an_id_is_neither_put_into_an_address_nor_taken_from_one() {
        // given
        HttpResponse<String> login = door.open("GET", "/login");
        String id = id(logIn(login, id(login))).substring("JSESSIONID=".length());

        // when
        HttpResponse<String> answer = door.open("GET", "/leads;jsessionid=" + id);

        // then
        assertThat(answer.statusCode()).isIn(302, 400);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("jsessionid");
        assertThat(door.open("GET", "/leads").headers().firstValue("Location").orElse(""))
                .doesNotContain("jsessionid");
        assertThat(login.body()).doesNotContain("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/robots.txt", "/icons/lead-relay.svg", "/error", "/api/leads", "/actuator/health"})
    void what_is_no_page_begins_no_session(String path) {
        assertThat(setCookies(door.open("GET", path))).as(path).isEmpty();
    }

    private HttpResponse<String> logIn(HttpResponse<String> page, String session) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a token on the page").isTrue();
        return door.with("Cookie", session)
                .form("/login", Map.of("username", "ada", "password", "demo", "_csrf", token.group(1)));
    }

    private void assertIsOutside(String session) {
        HttpResponse<String> answer = door.with("Cookie", session).open("GET", "/leads");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/login");
    }

    private static String id(HttpResponse<String> answer) {
        return setCookies(answer).replaceFirst(";.*", "");
    }

    private static String setCookies(HttpResponse<String> answer) {
        return String.join(" ", answer.headers().allValues("Set-Cookie"));
    }
}
