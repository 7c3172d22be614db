package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of webhooks, and the worked example that the documentation gives to whoever writes a receiver. */
class WebhookSecretTest {

    private static final Path PAGE = Path.of("../docs/reference/webhooks.md");

    /** The value that the libraries of Standard Webhooks test themselves with. */
    @Test
    void the_signature_is_that_of_standard_webhooks() {
        WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330L),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_documented_example_is_what_is_sent() throws IOException {
        // given
        UUID touch = UUID.fromString("0b5a3f6c-6a0e-3d8f-9c2d-2f0a4f2f7b11");
        Instant written = Instant.parse("2026-11-30T08:00:00Z");
        byte[] body = TouchWebhook.bytes(new TouchWebhook.Message(
                "touch.due",
                written.toString(),
                new TouchWebhook.Data(
                        touch,
                        UUID.fromString("5f0c1f7e-4c0f-4f5e-8a57-0e7f3d1c9a42"),
                        "awareness",
                        "welcome-2",
                        new TouchWebhook.To(
                                "grace@navy.example",
                                "Grace",
                                "en",
                                "https://relay.firm.example/u/abcdefghijklmnopqrstuvwxyz"),
                        Map.of("interest", "chocolate"))));

        // then
        assertThat(block("json")).isEqualTo(new String(body, StandardCharsets.UTF_8));
        assertThat(header("webhook-id")).isEqualTo(touch.toString());
        assertThat(header("webhook-timestamp"))
                .isEqualTo(String.valueOf(written.plusSeconds(2).getEpochSecond()));
        assertThat(header("webhook-signature"))
                .isEqualTo(
                        WebhookSecret.of(documentedSecret()).signature(touch.toString(), written.plusSeconds(2), body));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, true",
        "' whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw ', true",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, false",
        "whsec_MfKQ9r8GKYqrTwjUPD8I, false",
        "whsec_not base 64 at all but long enough, false",
        "'', false"
    })
    void a_secret_is_long_and_of_base_64(String text, boolean valid) {
        assertThat(WebhookSecret.isOne(text)).isEqualTo(valid);
    }

    @Test
    void a_secret_is_never_printed() {
        String text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assertThat(WebhookSecret.of(text)).hasToString("whsec_...");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> WebhookSecret.of("whsec_tooshort"))
                .withMessageNotContaining("tooshort");
        assertThat(ToolServer.settings("https://mailer.example/hooks").tools().values())
                .allSatisfy(tool -> assertThat(tool.toString()).doesNotContain("whsec"));
    }

    private static String block(String language) throws IOException {
        return first("```" + language + "\\n(.*?)\\n```");
    }

    private static String header(String name) throws IOException {
        return first("\\n    " + name + ": (\\S+)");
    }

    private static String documentedSecret() throws IOException {
        return first("`(whsec_[A-Za-z0-9+/=]+)`");
    }

    private static String first(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
