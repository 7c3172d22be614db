package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The one file that verifies an export, run as a third party would: by a JDK alone. */
@ProductTest
class VerifyLogTest {

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @TempDir
    Path folder;

    private final UUID lead = UUID.randomUUID();

    private record Answer(int code, String text) {}

    @Test
    void an_export_is_verified_and_a_tampered_one_is_not() throws Exception {
        // given
        Entry.Place place = new Entry.Place("lead-journey", 1, "Activity_Rate", "Lead bewerten: \"Größe\"", "4711");
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            log.add(new Entry(lead, Kind.ENTERED, place, Map.of("answer", new ListedText("Ä \\ \"x\"\n😀"))));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "form", "number", 4));
            log.add(new Entry(lead, Kind.LEFT, place, Map.of()));
        });
        List<String> export = export();

        // then
        assertThat(verify(export))
                .isEqualTo(new Answer(
                        0, lead + ": 4 lines verified up to 4, which is the last\nEverything is as it was written."));
        assertThat(verify(changed(export, 2, line -> line.replace("\"number\\\":4", "\"number\\\":5")))
                        .text())
                .startsWith(lead + ": line-changed at line 3");
        assertThat(verify(changed(export, 3, line -> line.replace("4711", "4712")))
                        .code())
                .isEqualTo(1);
        List<String> without = new ArrayList<>(export);
        without.remove(1);
        assertThat(verify(without).text()).startsWith(lead + ": line-missing at line 2");
        List<String> shortened = new ArrayList<>(export);
        shortened.remove(3);
        assertThat(verify(shortened).text()).startsWith(lead + ": chain-shortened at line 4");
        assertThat(verify(List.of("no JSON")).code()).isEqualTo(2);
        List<String> removed = new ArrayList<>(export.subList(2, export.size()));
        byte[] second = jdbc.sql("select hash from journey_log where lead_id = ? and seq = 2")
                .param(lead)
                .query((row, n) -> row.getBytes(1))
                .single();
        Tombstone tombstone = new Tombstone(lead, 2, second, "leads", lead, Instant.EPOCH);
        removed.add(0, json.writeValueAsString(tombstone.exported()));
        assertThat(verify(removed).code()).isZero();
        assertThat(verify(removed).text()).startsWith(lead + ": lines up to 2 were removed by the rule leads");
        Tombstone forged = new Tombstone(lead, 2, new byte[32], "leads", lead, Instant.EPOCH);
        removed.set(0, json.writeValueAsString(forged.exported()));
        assertThat(verify(removed).text()).contains("link-broken at line 3");
    }

    @Test
    void lines_of_the_first_format_are_verified_as_they_were_sealed() throws Exception {
        // given
        List<String> export = new ArrayList<>();
        byte[] previous = new byte[0];
        for (int seq = 1; seq <= 3; seq++) {
            // no, three and six decimals
            Instant at = Instant.parse(
                    List.of("2026-01-05T09:00:00Z", "2026-01-05T09:00:00.120Z", "2026-01-05T09:00:00.120001Z")
                            .get(seq - 1));
            Line line = new Line(
                    1, lead, at, "signal", new Author("ada", null, null, null), ModelPosition.NONE, null, "{}");
            byte[] hash = Seal.of(line, seq, null, previous);
            export.add(json.writeValueAsString(ExportedLine.of(new SealedLine(line, seq, null, previous, hash))));
            previous = hash;
        }

        // then
        assertThat(verify(export).code()).isZero();
        assertThat(verify(changed(export, 0, line -> line.replace("\"ada\"", "\"ben\"")))
                        .text())
                .contains("line-changed at line 1");
    }

    @Test
    void a_log_of_all_formats_is_verified_and_a_swapped_person_is_found() throws Exception {
        // given
        UUID ada = UUID.fromString("2e6b9d17-f04a-4c53-8b7e-63a1d5c0f829");
        Instant at = Instant.parse("2026-01-05T09:00:00.5Z");
        List<String> export = new ArrayList<>();
        byte[] previous = new byte[0];
        for (int format = 1; format <= 3; format++) {
            Author author = format == 3
                    ? new Author(null, ada, null, "node")
                    : new Author("ada", null, null, format == 1 ? null : "node");
            Line line = new Line(format, lead, at, "signal", author, ModelPosition.NONE, null, "{}");
            Instant recorded = format == 1 ? null : at;
            byte[] hash = Seal.of(line, format, recorded, previous);
            SealedLine sealed = new SealedLine(line, format, recorded, previous, hash);
            assertThat(sealed.hasKnownFormat()).isTrue();
            assertThat(sealed.isSealedAfter(previous)).isTrue();
            export.add(json.writeValueAsString(ExportedLine.of(sealed)));
            previous = hash;
        }

        // then
        assertThat(verify(export).code()).isZero();
        assertThat(verify(changed(export, 2, line -> line.replace(ada.toString(), lead.toString())))
                        .text())
                .contains("line-changed at line 3");
    }

    private List<String> export() throws IOException {
        List<SealedLine> lines = jdbc.sql("select * from journey_log where lead_id = ? order by seq")
                .param(lead)
                .query((row, n) -> SealedLine.of(row))
                .list();
        List<String> export = new ArrayList<>();
        for (SealedLine line : lines) {
            export.add(json.writeValueAsString(ExportedLine.of(line)));
        }
        SealedLine last = lines.get(lines.size() - 1);
        export.add(json.writeValueAsString(new ExportedLine.Head(
                lead, last.seq(), HexFormat.of().formatHex(last.hash()), Instant.parse("2026-01-05T09:00:00Z"))));
        return export;
    }

    private static List<String> changed(List<String> export, int line, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(export);
        changed.set(line, change.apply(changed.get(line)));
        assertThat(changed).isNotEqualTo(export);
        return changed;
    }

    private Answer verify(List<String> export) throws Exception {
        Path verifier = folder.resolve(ExportedLine.VERIFIER);
        try (InputStream shipped = ExportedLine.class.getResourceAsStream(ExportedLine.VERIFIER)) {
            Files.write(verifier, Objects.requireNonNull(shipped).readAllBytes());
        }
        Path file = Files.write(folder.resolve("journey.jsonl"), export);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        verifier.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Answer(java.waitFor(), said);
    }
}
