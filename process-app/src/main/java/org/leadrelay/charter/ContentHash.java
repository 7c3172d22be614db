package org.leadrelay.charter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Content hash (SHA-256) under a signature. A mapper of its own: no setting of the product changes what was
 * signed years ago.
 */
final class ContentHash {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private ContentHash() {}

    private record Signed(int version, @Nullable Instant effectiveFrom, CharterContent provisions) {}

    static String of(int version, @Nullable Instant effectiveFrom, CharterContent provisions) {
        try {
            byte[] text = JSON.writeValueAsString(new Signed(version, effectiveFrom, provisions))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the charter cannot be hashed", e);
        }
    }
}
