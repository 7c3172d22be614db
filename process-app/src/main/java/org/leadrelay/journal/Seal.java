package org.leadrelay.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;

/**
 * Hash of a line, chained to the line before it: SHA-256 over every field, each with its length before it. Every
 * format that was ever written is kept, because lines are verified as they were sealed. docs/reference/journey-log.md
 * says it byte by byte.
 */
final class Seal {

    /** Of lines that name people by their logins. */
    static final int BY_LOGIN = 2;

    static final int BY_REFERENCE = 3;

    /** The last one that is known. */
    static final int LAST = BY_REFERENCE;

    private static final String DOMAIN = "leadrelay/line/v";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private Seal() {}

    /**
     * @throws IllegalArgumentException when the format is unknown
     */
    static byte[] of(Line line, long seq, @Nullable Instant recordedAt, byte[] previous) {
        return Sha256.of(bytes(line, seq, recordedAt, previous));
    }

    /**
     * What is hashed.
     *
     * @throws IllegalArgumentException when the format is unknown
     */
    static byte[] bytes(Line line, long seq, @Nullable Instant recordedAt, byte[] previous) {
        Seal seal = new Seal();
        switch (line.format()) {
            case 1 -> seal.first(line, seq, previous);
            case BY_LOGIN, BY_REFERENCE -> seal.later(line, seq, recordedAt, previous);
            default -> throw new IllegalArgumentException("no seal of format " + line.format() + " is known");
        }
        return seal.bytes.toByteArray();
    }

    private void first(Line line, long seq, byte[] previous) {
        ModelPosition position = line.position();
        bytes.writeBytes(previous);
        put(line.streamId().toString());
        put(Long.toString(seq));
        put(line.at().toString());
        put(line.kind());
        put(line.author().person());
        put(position.definitionKey());
        put(text(position.definitionVersion()));
        put(position.elementId());
        put(position.elementName());
        put(line.details());
    }

    /** The two later formats have the same fields in the same order. */
    private void later(Line line, long seq, @Nullable Instant recordedAt, byte[] previous) {
        Author author = line.author();
        ModelPosition position = line.position();
        bytes.writeBytes((DOMAIN + line.format()).getBytes(StandardCharsets.US_ASCII));
        put(previous);
        put(Integer.toString(line.format()));
        put(line.streamId().toString());
        put(Long.toString(seq));
        put(time(line.at()));
        put(recordedAt == null ? null : time(recordedAt));
        put(line.kind());
        put(author.person());
        put(text(author.personRef()));
        put(author.apiKey());
        put(author.node());
        put(position.definitionKey());
        put(text(position.definitionVersion()));
        put(position.elementId());
        put(position.elementName());
        put(position.instance());
        put(line.subject());
        put(line.details());
    }

    private static String time(Instant instant) {
        return MICROS.format(instant);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private void put(@Nullable String field) {
        put(field == null ? null : field.getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte @Nullable [] field) {
        bytes.writeBytes(
                ByteBuffer.allocate(4).putInt(field == null ? -1 : field.length).array());
        if (field != null) {
            bytes.writeBytes(field);
        }
    }
}
