package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page that says how a line is sealed is held to the code, byte by byte. */
class SealTest {

    private static final Path PAGE = Path.of("../docs/reference/journey-log.md");
    private static final UUID LEAD = UUID.fromString("6f1c2f7e-9a43-4f0a-8f55-2f1f0d3a7b10");
    private static final UUID STREAM = UUID.fromString("c0a8f3d2-5b7e-4c1d-9e3f-7a6b5c4d3e2f");

    /** A line of the first format, the next of the same lead in the second and in the third, and the first of a node's stream. */
    private static List<Worked> lines() {
        Worked first = worked(
                new Line(
                        1,
                        LEAD,
                        Instant.parse("2026-01-05T09:00:00.120Z"),
                        "signal",
                        new Author("ada", null, null, null),
                        ModelPosition.NONE,
                        null,
                        "{\"signal\":\"visit\"}"),
                1,
                null,
                new byte[0]);
        Worked second = worked(
                new Line(
                        2,
                        LEAD,
                        Instant.parse("2026-01-05T09:00:01Z"),
                        "entered",
                        new Author("system", null, null, "relay-1"),
                        new ModelPosition(
                                "lead-journey",
                                3,
                                "Activity_RateFit",
                                "Rate the fit",
                                "8d5d2f3e-0c55-11f1-9d0a-0242ac110002"),
                        null,
                        "{}"),
                2,
                Instant.parse("2026-01-05T09:00:01.004217Z"),
                first.hash());
        Worked third = worked(
                new Line(
                        2,
                        STREAM,
                        Instant.parse("2026-01-05T09:00:02.5Z"),
                        "signal",
                        new Author("key:crm", null, "crm", "relay-1"),
                        ModelPosition.NONE,
                        "Jürgen",
                        "{\"number\":1}"),
                1,
                Instant.parse("2026-01-05T09:00:02.500001Z"),
                new byte[0]);
        Worked byReference = worked(
                new Line(
                        3,
                        LEAD,
                        Instant.parse("2026-01-05T09:05:00Z"),
                        "task-assigned",
                        new Author(null, UUID.fromString("2e6b9d17-f04a-4c53-8b7e-63a1d5c0f829"), null, "relay-1"),
                        new ModelPosition("lead-journey", 3, "Activity_AnswerHandOff", "Answer the hand-off", null),
                        null,
                        "{\"from\":\"4f0d7a52-3c8e-4b19-a6d1-0e9b2c7f5a33\","
                                + "\"task\":\"8d5d2f3e-0c55-11f1-9d0a-0242ac110005\","
                                + "\"to\":\"b7e1c940-6a2f-4d85-9c3b-15f8e0d2a674\"}"),
                3,
                Instant.parse("2026-01-05T09:05:00.002114Z"),
                second.hash());
        return List.of(first, second, third, byReference);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Worked(byte[] bytes, byte[] hash) {}

    private static Worked worked(Line line, long seq, @Nullable Instant recordedAt, byte[] previous) {
        return new Worked(Seal.bytes(line, seq, recordedAt, previous), Seal.of(line, seq, recordedAt, previous));
    }

    @Test
    void the_page_shows_the_four_lines_as_they_are_sealed() throws IOException {
        String page = Files.readString(PAGE);
        for (Worked line : lines()) {
            assertThat(page).contains(hex(line.bytes())).contains(HexFormat.of().formatHex(line.hash()));
        }
    }

    /** As the page shows it: 32 bytes a row, indented. */
    private static String hex(byte[] bytes) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 32) {
            rows.append("    ")
                    .append(HexFormat.of().formatHex(bytes, i, Math.min(bytes.length, i + 32)))
                    .append('\n');
        }
        return rows.toString();
    }
}
