package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTest {

    private static final int MB = 1024 * 1024;

    private final BodyLimit limit = new BodyLimit(new ProblemWriter(new ObjectMapper()));

    @ParameterizedTest
    @CsvSource({
        "POST, /api/leads, 8, false",
        "POST, /api/imports, 257, true",
        "POST, /api/imports/preview, 257, true",
        "POST, /api/redesign/check, 10, true",
        "POST, /VAADIN/dynamic/resource/0/a/upload, 257, true",
        "POST, /intake/web-to-lead, 1, true",
        "POST, /engine-rest/deployment/create, 10, true",
        "POST, /engine-rest/deployment/create/, 1, false",
        "POST, /engine-rest/process-definition/x/start, 1, false",
        "POST, /rest/deployment/create, 1, false",
        "PUT, /api/leads, 1, false",
        "GET, /api/imports, 1, false",
        "POST, /api/leads/, 1, false",
        "POST, /API/leads, 1, false",
        "POST, /api/leads., 1, false",
        "POST, /api/imports/preview/x, 1, false",
        "POST, /VAADIN/push, 1, false",
        "POST, /, 1, false",
        "POST, /login, 1, false",
        "POST, '', 1, false"
    })
    void only_what_is_named_takes_more_than_one_megabyte_or_parts(
            String method, String path, int megabytes, boolean inParts) {
        BodyKind kind = BodyKind.of(method, path);

        assertThat(kind.megabytes()).isEqualTo(megabytes);
        assertThat(kind.inParts()).isEqualTo(inParts);
    }

    @Test
    void an_unannounced_body_is_read_up_to_the_limit_and_no_further_however_it_is_read() throws Exception {
        for (int size : new int[] {MB, MB + 1}) {
            int wanted = size > MB ? 413 : 200;
            assertThat(answer(size, request -> request.getInputStream().readAllBytes()))
                    .isEqualTo(wanted);
            assertThat(answer(size, request -> readAll(request.getReader()))).isEqualTo(wanted);
            assertThat(answer(size, request -> {
                        int half = request.getInputStream().readNBytes(MB / 2).length;
                        assertThat(half).isEqualTo(MB / 2);
                        request.getInputStream().readAllBytes();
                    }))
                    .isEqualTo(wanted);
        }
    }

    private interface Reading {
        void of(jakarta.servlet.ServletRequest request) throws IOException;
    }

    private int answer(int size, Reading reading) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/tasks");
        request.setServletPath("/api/tasks");
        request.setContent(new byte[size]);
        MockHttpServletRequest unannounced = request;
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(
                new jakarta.servlet.http.HttpServletRequestWrapper(unannounced) {
                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }
                },
                response,
                (inside, answer) -> reading.of(inside));
        return response.getStatus();
    }

    private static void readAll(Reader reader) throws IOException {
        char[] buffer = new char[8192];
        int read = reader.read(buffer);
        while (read >= 0) {
            read = reader.read(buffer);
        }
    }

    @Test
    void what_is_refused_is_said_in_the_language_of_the_sender() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/tasks");
        request.setServletPath("/api/tasks");
        request.setContent(new byte[MB + 1]);
        request.addPreferredLocale(java.util.Locale.GERMAN);
        MockHttpServletResponse response = new MockHttpServletResponse();

        limit.doFilter(request, response, (inside, answer) -> {});

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("größer als 1 MB");
    }
}
