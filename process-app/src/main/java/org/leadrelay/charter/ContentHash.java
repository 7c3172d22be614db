package org.leadrelay.charter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;

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
            return Sha256.hex(JSON.writeValueAsString(new Signed(version, effectiveFrom, provisions)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the charter cannot be hashed", e);
        }
    }
}
