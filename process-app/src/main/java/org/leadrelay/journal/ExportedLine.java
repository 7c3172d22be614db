package org.leadrelay.journal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Line of the log as an export holds it, one JSON object a line: everything that is sealed, by name, details as the raw
 * text that was sealed. {@code VerifyLog.java}, a resource beside this class, verifies such a file with a JDK alone;
 * docs/reference/journey-log.md describes both.
 */
public record ExportedLine(
        int format,
        UUID stream,
        long seq,
        Instant at,
        @Nullable Instant recordedAt,
        String kind,
        @Nullable String person,
        @Nullable UUID personRef,
        @Nullable String apiKeyName,
        @Nullable String node,
        @Nullable String definitionKey,
        @Nullable Integer definitionVersion,
        @Nullable String elementId,
        @Nullable String elementName,
        @Nullable String instance,
        @Nullable String subject,
        String details,
        String previousHash,
        String hash) {

    /** Resource that verifies an export. */
    public static final String VERIFIER = "VerifyLog.java";

    public static ExportedLine of(SealedLine sealed) {
        Line line = sealed.line();
        Author author = line.author();
        ModelPosition position = line.position();
        return new ExportedLine(
                line.format(),
                line.streamId(),
                sealed.seq(),
                line.at(),
                sealed.recordedAt(),
                line.kind(),
                author.person(),
                author.personRef(),
                author.apiKey(),
                author.node(),
                position.definitionKey(),
                position.definitionVersion(),
                position.elementId(),
                position.elementName(),
                position.instance(),
                line.subject(),
                line.details(),
                HexFormat.of().formatHex(sealed.previousHash()),
                HexFormat.of().formatHex(sealed.hash()));
    }

    /**
     * Whom a reference in exported lines means, as far as it is known. It is no part of the log.
     *
     * @param ref as it stands in the lines
     */
    public record Person(UUID ref, String login) {}

    /**
     * The head of a chain, the last line of its export: without it nobody sees that the last lines are gone.
     *
     * @param head number of the last line
     * @param asOf the moment of which this is said
     */
    public record Head(UUID stream, long head, String hash, Instant asOf) {}
}
