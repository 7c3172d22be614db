package org.leadrelay.audit.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Line;
import org.leadrelay.journal.ReadLine;
import org.leadrelay.journal.SealedLine;

/**
 * Line of the journey log as an auditor reads it.
 *
 * @param stream whose line it is: a lead's id, or that of another stream of the log
 * @param seq its number within its stream, without gaps from 1; the order in which lines were written
 * @param at by the product's clock, which a demo moves
 * @param recordedAt by the database's clock; null in lines of format 1
 * @param person login of who did it
 * @param apiKey name of the API key that asked, if one did
 * @param node host name of the node that wrote it; null in lines of format 1
 * @param model the process, with version, element and the engine's activity instance, when it happened at an element
 * @param subject whom or what it is about, in streams that are no lead's
 * @param raw the details as they were sealed
 * @param details the same, parsed and with the logins of people; none where somebody changed them to what is no JSON
 * @param previousHash seal of the line before, in hexadecimal; empty for the first
 * @param hash seal of this line
 * @param format which form of seal it has
 * @param sentence what happened, in the reader's language; not part of the line
 * @param about the words behind a subject that is told by commitment; null for every other, and not part of the line
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FoundLine(
        UUID stream,
        long seq,
        Instant at,
        @Nullable Instant recordedAt,
        String kind,
        String person,
        @Nullable UUID personRef,
        @Nullable String apiKey,
        @Nullable String node,
        @Nullable String model,
        @Nullable Integer version,
        @Nullable String element,
        @Nullable String elementName,
        @Nullable String instance,
        @Nullable String subject,
        String raw,
        @JsonIgnore Map<String, Object> details,
        String previousHash,
        String hash,
        int format,
        String sentence,
        @Nullable String about) {

    static FoundLine of(ReadLine read, String sentence, @Nullable String about) {
        SealedLine sealed = read.sealed();
        Line line = read.line();
        return new FoundLine(
                line.streamId(),
                sealed.seq(),
                line.at(),
                sealed.recordedAt(),
                line.kind(),
                read.person(),
                line.author().personRef(),
                line.author().apiKey(),
                line.author().node(),
                line.definitionKey(),
                line.definitionVersion(),
                line.elementId(),
                line.elementName(),
                line.position().instance(),
                read.subject(),
                line.details(),
                read.details(),
                hex(sealed.previousHash()),
                hex(sealed.hash()),
                line.format(),
                sentence,
                about);
    }

    /** What the line is about, in words where it tells it by commitment; null where it is about nothing. */
    public @Nullable String subjectInWords() {
        return about == null ? subject : about;
    }

    private static String hex(byte @Nullable [] hash) {
        return HexFormat.of().formatHex(Objects.requireNonNullElse(hash, new byte[0]));
    }
}
