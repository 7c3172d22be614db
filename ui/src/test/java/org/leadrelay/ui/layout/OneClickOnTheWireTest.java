package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.ui.testing.RawHttp.head;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.RawHttp;
import org.leadrelay.ui.testing.RawHttp.Answer;

/** One click of a mail program (RFC 8058) at the running product, byte by byte: no cookie, no login, no redirect. */
class OneClickOnTheWireTest {

    private static final String LINK = "/u/" + "a".repeat(26);
    private static final String BODY = "List-Unsubscribe=One-Click";
    private static final String PARTS =
            "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";

    @Test
    void it_is_answered_at_once_and_leaves_no_cookie() throws IOException {
        // when
        Answer form = post("Content-Type: application/x-www-form-urlencoded", BODY);
        Answer parts = post("Content-Type: multipart/form-data; boundary=b", PARTS);

        // then
        for (Answer each : new Answer[] {form, parts}) {
            assertThat(each.status()).as(each.text()).isEqualTo(200);
            assertThat(each.text())
                    .doesNotContainIgnoringCase("\r\nset-cookie:")
                    .doesNotContainIgnoringCase("\r\nlocation:");
            assertThat(each.header("Content-Security-Policy")).contains("style-src 'sha256-");
            assertThat(each.text().split("(?i)\r\ncontent-security-policy:", -1))
                    .hasSize(2);
        }
    }

    @Test
    void wrong_passwords_do_not_shut_it() throws IOException {
        for (int i = 0; i < 30; i++) {
            RawHttp.send(head("GET", "/api/me", "Authorization: Basic bm9ib2R5OnA="), "");
        }
        assertThat(post("Content-Type: application/x-www-form-urlencoded", BODY).status())
                .isEqualTo(200);
    }

    @Test
    void other_methods_and_other_addresses_below_it_are_closed() throws IOException {
        assertThat(RawHttp.send(head("DELETE", LINK), "").status()).isIn(401, 403, 405);
        assertThat(RawHttp.send(head("PUT", LINK), "").status()).isIn(401, 403, 405);
        assertThat(RawHttp.send(head("GET", LINK + "/more"), "").status()).isIn(401, 403, 404);
    }

    private static Answer post(String type, String body) throws IOException {
        return RawHttp.send(head("POST", LINK, type) + "Content-Length: " + body.length() + "\r\n", body);
    }
}
