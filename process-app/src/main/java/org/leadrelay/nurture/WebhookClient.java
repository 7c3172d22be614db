package org.leadrelay.nurture;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.leadrelay.mail.OutboxDrain;
import org.springframework.stereotype.Component;

/**
 * HTTP client of webhooks. It follows no redirect, waits no longer than the tool's settings say, and reads nothing of
 * an answer but its status, however much comes.
 */
@Component
class WebhookClient {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    WebhookClient(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sends a webhook.
     *
     * @param id the same each time the same touch is sent
     */
    WebhookResponse send(ToolSettings.Tool tool, UUID id, byte[] body) {
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(tool.address())
                .timeout(tool.timeout())
                .header("content-type", "application/json")
                .header("user-agent", "lead-relay")
                .header(ID, id.toString())
                .header(TIMESTAMP, String.valueOf(now.getEpochSecond()))
                .header(SIGNATURE, tool.signer().signature(id.toString(), now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            answer.body().close();
            return WebhookResponse.of(answer.statusCode());
        } catch (IOException failure) {
            return WebhookResponse.none(OutboxDrain.kind(failure));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return WebhookResponse.none("InterruptedException");
        }
    }
}
