package org.leadrelay.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Line of the journey log before it has its place in the hash chain. Times are whole microseconds, as PostgreSQL
 * keeps them.
 */
public record Line(
        UUID leadId,
        Instant at,
        String kind,
        String person,
        @Nullable String definitionKey,
        @Nullable Integer definitionVersion,
        @Nullable String elementId,
        @Nullable String elementName,
        String details) {

    /**
     * The seal: SHA-256 over the previous line's hash and every field, each with its length before
     * it.
     */
    public byte[] seal(long seq, byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(previous);
        put(digest, leadId.toString());
        put(digest, Long.toString(seq));
        put(digest, at.toString());
        put(digest, kind);
        put(digest, person);
        put(digest, definitionKey);
        put(digest, definitionVersion == null ? null : definitionVersion.toString());
        put(digest, elementId);
        put(digest, elementName);
        put(digest, details);
        return digest.digest();
    }

    private static void put(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
