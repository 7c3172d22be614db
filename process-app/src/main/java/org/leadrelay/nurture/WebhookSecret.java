package org.leadrelay.nurture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secret that signs webhooks with HMAC-SHA256 as Standard Webhooks 1.0 has it, so that a receiver can verify them with
 * a library: {@code whsec_} and 24 to 64 bytes in base 64. It is never printed.
 */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** Whether a text is one, so that the start can say so without printing it. */
    static boolean isOne(String text) {
        int bytes = decoded(text).length;
        return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
    }

    /** As the settings have it. */
    static WebhookSecret of(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("this is no secret for webhooks");
        }
        return new WebhookSecret(decoded(text));
    }

    private static byte[] decoded(String said) {
        String text = said.strip();
        try {
            return text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    /**
     * The signature of a webhook, as its header has it.
     *
     * @param at in seconds, against a replay
     */
    String signature(String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
