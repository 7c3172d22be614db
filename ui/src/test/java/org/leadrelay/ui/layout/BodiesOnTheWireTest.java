package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.ui.testing.RawHttp.as;
import static org.leadrelay.ui.testing.RawHttp.head;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.RawHttp;
import org.leadrelay.ui.testing.RawHttp.Answer;
import org.leadrelay.ui.testing.RunningDemo;

/** What bodies cost that nobody should send, at the running product and byte by byte. */
class BodiesOnTheWireTest {

    private static final long MB = 1024L * 1024;
    private static final String JSON = "Content-Type: application/json";
    private static final String PARTS = "Content-Type: multipart/form-data; boundary=b";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n";

    private record Attack(int status, String head, long bytes) {}

    /** Announced bodies of which not a byte is needed for the answer. */
    private static List<Attack> announced() {
        String marketing = as(Roles.MARKETING);
        return List.of(
                new Attack(413, head("POST", "/api/leads", JSON, marketing), 9 * MB),
                new Attack(413, head("POST", "/%61pi/leads", JSON, marketing), 9 * MB),
                new Attack(413, head("POST", "//api///leads", JSON), 9 * MB),
                new Attack(413, head("POST", "/api/./leads", JSON), 9 * MB),
                new Attack(413, head("POST", "/x/../api/leads;a=b", JSON), 9 * MB),
                new Attack(413, head("POST", "/api/leads.", JSON), 2 * MB),
                new Attack(413, head("POST", "/api/leads/", JSON), 2 * MB),
                new Attack(413, head("POST", "/API/leads", JSON), 2 * MB),
                new Attack(413, head("GET", "/api/leads", JSON, marketing), 2 * MB),
                new Attack(413, head("PUT", "/api/mappings/x", JSON, marketing), 2 * MB),
                new Attack(413, head("PATCH", "/api/mappings/x", FORM, marketing), 2 * MB),
                new Attack(413, head("POST", "/intake/web-to-lead", FORM), 2 * MB),
                new Attack(413, head("POST", "/intake/web-to-lead", PARTS), 2 * MB),
                new Attack(413, head("POST", "/login", FORM), 2 * MB),
                new Attack(413, head("POST", "/?v-r=uidl&v-uiId=0", JSON), 20 * MB),
                new Attack(413, head("POST", "/actuator/health", JSON), 2 * MB),
                new Attack(413, head("POST", "/nowhere", "Content-Type: text/plain"), 60 * MB),
                new Attack(413, head("POST", "/api/imports", PARTS, marketing), 300 * MB),
                new Attack(415, head("POST", "/login", PARTS), 60 * MB),
                new Attack(415, head("POST", "/?v-r=uidl&v-uiId=0", PARTS), 60 * MB),
                new Attack(415, head("POST", "/api/leads", PARTS, marketing), 60 * MB),
                new Attack(415, head("POST", "/api/leads", JSON, "Content-Encoding: gzip"), MB),
                new Attack(401, head("POST", "/api/leads", JSON), 8 * MB),
                new Attack(401, head("POST", "/api/imports", PARTS), 60 * MB),
                new Attack(401, head("POST", "/%61pi/imports/preview", PARTS), 60 * MB),
                new Attack(403, head("POST", "/api/imports", PARTS, as(Roles.SALES_REP)), 60 * MB),
                new Attack(403, head("POST", "/api/imports", PARTS, as(Roles.AUDITOR)), 60 * MB),
                new Attack(403, head("POST", "/VAADIN/dynamic/resource/0/a/upload", PARTS), 60 * MB));
    }

    @Test
    void who_is_refused_for_the_size_or_for_who_they_are_need_not_send_a_byte() throws IOException {
        for (Attack each : announced()) {
            // when
            Answer answer = RawHttp.send(each.head() + "Content-Length: " + each.bytes() + "\r\n", "");

            // then
            assertRefused(answer, each);
        }
    }

    @Test
    void nothing_is_left_in_memory_or_in_the_temporary_folder() throws IOException {
        // given
        long files = RunningDemo.temporaryFiles();
        long before = usedMemory();

        // when
        for (Attack each : announced()) {
            assertRefused(RawHttp.sendBytes(each.head(), each.bytes()), each);
        }
        unannounced();
        wideAndDeep();

        // then
        assertThat(RunningDemo.temporaryFiles()).isEqualTo(files);
        assertThat(usedMemory() - before).isLessThan(48 * MB);
    }

    private static void assertRefused(Answer answer, Attack attack) {
        // A sender who goes on for megabytes may lose the answer with the connection.
        assertThat(answer.status()).as(attack.head() + answer.text()).isIn(attack.status(), 0);
        if (answer.status() != 0) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    /** Bodies in chunks, whose length nobody says. */
    private static void unannounced() throws IOException {
        String marketing = as(Roles.MARKETING);
        chunks(413, head("POST", "/api/leads", JSON, marketing), "[", 9 * MB);
        chunks(413, head("PUT", "/api/mappings/x", JSON, marketing), "{", 2 * MB);
        chunks(413, head("PUT", "/api/mappings/x", FORM, marketing), "a=", 2 * MB);
        chunks(413, head("POST", "/intake/web-to-lead", FORM), "a=", 2 * MB);
        chunks(401, head("POST", "/api/leads", JSON), "[", 60 * MB);
        chunks(401, head("POST", "/api/imports", PARTS), PART, 60 * MB);
        chunks(403, head("POST", "/api/imports", PARTS, as(Roles.SALES_REP)), PART, 60 * MB);
        chunks(413, head("POST", "/api/imports", PARTS, marketing), PART, 300 * MB);
        chunks(411, head("POST", "/intake/web-to-lead", PARTS), PART, 60 * MB);
        chunks(411, head("POST", "/?v-r=uidl&v-uiId=0", JSON), "{", 20 * MB);
        chunks(411, head("POST", "/login", FORM), "username=", 20 * MB);
        chunks(411, head("POST", "/VAADIN/dynamic/resource/0/a/upload", PARTS), PART, 60 * MB);
    }

    private static void chunks(int status, String head, String start, long bytes) throws IOException {
        Answer answer = RawHttp.sendChunks(head, start, bytes);
        assertThat(answer.status()).as(head + answer.text()).isIn(status, 0);
    }

    /** Many of what is small, and nesting. */
    private static void wideAndDeep() throws IOException {
        String marketing = as(Roles.MARKETING);
        String long20k = "x".repeat(20_000);
        refused(head("GET", "/api/leads?q=" + long20k, marketing), "");
        refused(head("GET", "/api/leads", marketing, "X-Long: " + long20k), "");
        refused(head("GET", "/api/leads", "X: 1\r\n".repeat(500) + marketing), "");
        refused(head("GET", "/api/leads?" + "a=1&".repeat(600), marketing), "");
        String form = "a=1&".repeat(2_000);
        body(head("POST", "/intake/web-to-lead", FORM), form);
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        refusedBody(head("POST", "/intake/web-to-lead", PARTS), part.repeat(2_000) + "--b--\r\n");
        refusedBody(head("POST", "/api/leads", JSON, marketing), "[".repeat(100_000));
        refusedBody(head("POST", "/api/leads", JSON, marketing), "{\"a\":".repeat(100_000));
        refusedBody(head("POST", "/api/leads", JSON, marketing), "{\"visits\":" + "9".repeat(100_000) + "}");
        refusedBody(head("POST", "/api/leads", JSON, marketing), "{\"" + "n".repeat(100_000) + "\":1}");
    }

    private static void refused(String head, String more) throws IOException {
        Answer answer = RawHttp.send(head, more);
        assertThat(answer.status()).as(head + answer.text()).isBetween(400, 499);
    }

    private static void refusedBody(String head, String body) throws IOException {
        Answer answer = body(head, body);
        assertThat(answer.status()).as(head + answer.text()).isBetween(400, 499);
    }

    private static Answer body(String head, String body) throws IOException {
        return RawHttp.send(head + "Content-Length: " + body.length() + "\r\n", body);
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
