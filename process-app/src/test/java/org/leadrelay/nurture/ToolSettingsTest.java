package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.platform.CannotStart;

/** Settings of marketing tools: what is wrong stops the start, without the secret in what it says. */
class ToolSettingsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://mailer.example/hooks?a=b,      true",
        "https://mailer.example:8443/hooks,     true",
        "http://localhost:8080/hooks,           true",
        "http://127.0.0.1:8080/hooks,           true",
        "http://[::1]:8080/hooks,               true",
        "http://mailer.example/hooks,           false",
        "http://localhost.evil.example/hooks,   false",
        "http://127.0.0.1.evil.example/hooks,   false",
        "http://localhost@evil.example/hooks,   false",
        "https://user:secret@mailer.example/,   false",
        "https://mailer.example/#there,         false",
        "https:mailer.example,                  false",
        "//mailer.example/hooks,                false",
        "/hooks,                                false",
        "file:///etc/passwd,                    false",
        "ftp://mailer.example/,                 false",
        "jar:https://mailer.example/x!/y,       false"
    })
    void leads_are_handed_over_by_tls_or_to_this_machine(String url, boolean allowed) {
        assertThat(ToolSettings.isAllowed(URI.create(url))).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "Mailer,  https://mailer.example/, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, PT10S, P1D",
        "mailer,  http://mailer.example/,  whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, PT10S, P1D",
        "mailer,  ,                        whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, PT10S, P1D",
        "mailer,  https://mailer.example/, whsec_c2VjcmV0LXRvby1zaG9ydA==,          PT10S, P1D",
        "mailer,  https://mailer.example/, ,                                       PT10S, P1D",
        "mailer,  https://mailer.example/, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, PT31S, P1D",
        "mailer,  https://mailer.example/, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, PT0S,  P1D",
        "mailer,  https://mailer.example/, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, PT10S, -P1D"
    })
    void wrong_settings_stop_the_start(String name, URI url, String secret, Duration timeout, Duration giveUpAfter) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(
                        () -> new ToolSettings(Map.of(name, new ToolSettings.Tool(url, secret, timeout, giveUpAfter))))
                .withMessageContaining("leadrelay.nurture.tools." + name)
                .withMessageNotContaining(secret == null ? "null" : secret);
    }

    @Test
    void a_tool_is_known_by_its_name() {
        ToolSettings settings = new ToolSettings(Map.of(
                "mailer", new ToolSettings.Tool(URI.create("https://mailer.example/"), SECRET, TEN_SECONDS, DAY)));
        assertThat(settings.names()).containsExactly("mailer");
        assertThat(settings.find("mailer")).isPresent();
        assertThat(settings.find("mailer/welcome")).isEmpty();
    }

    @ParameterizedTest(name = "HTTP {0}: {1}")
    @CsvSource({
        "200, TAKEN",
        "202, TAKEN",
        "204, TAKEN",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "304, REDIRECTED",
        "307, REDIRECTED",
        "400, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "410, REFUSED",
        "422, REFUSED",
        "408, DOWN",
        "425, DOWN",
        "429, DOWN",
        "500, DOWN",
        "502, DOWN",
        "503, DOWN",
        "599, DOWN"
    })
    void what_passes_is_tried_again_and_what_does_not_is_given_up(int status, WebhookResponse.Kind kind) {
        assertThat(WebhookResponse.of(status)).isEqualTo(new WebhookResponse(kind, "HTTP " + status));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "mailer/welcome-2, mailer, welcome-2",
        "mailer/a/b,       mailer, a/b",
        "mailer,           mailer, mailer"
    })
    void a_row_names_the_tool_and_its_step(String template, String tool, String step) {
        assertThat(ToolStep.of(template)).isEqualTo(new ToolStep(tool, step));
    }
}
