package org.leadrelay.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.ExportedLine;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.LineReader;
import org.leadrelay.journal.SealedLine;
import org.leadrelay.journal.Tombstone;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.TooLarge;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Export of one log as JSON Lines, each line as it was sealed and its head last, alone or with the one-file verifier and the list of
 * people whom it names by reference. For
 * whoever reads the whole log and may export; on record before the first byte leaves.
 */
@Service
public class JourneyExports {

    private static final Wording WORDING = Wording.of(JourneyExports.class);

    /** A lead has some hundred; a node's readings may be millions, and the whole is held in memory. */
    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final LineReader reader;
    private final CurrentPerson person;
    private final ExportLog log;
    private final TransactionTemplate snapshot;

    JourneyExports(
            JdbcClient jdbc,
            ObjectMapper json,
            LineReader reader,
            CurrentPerson person,
            ExportLog log,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.reader = reader;
        this.person = person;
        this.log = log;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setReadOnly(true);
    }

    /**
     * @throws NotFound when there is no line
     * @throws TooLarge when there are more than 100,000
     */
    public void lines(UUID stream, OutputStream into) throws IOException {
        into.write(taken(stream).lines());
    }

    /**
     * The lines with the program that verifies them, and how.
     *
     * @throws NotFound when there is no line
     * @throws TooLarge when there are more than 100,000
     */
    public void zip(UUID stream, OutputStream into) throws IOException {
        Taken taken = taken(stream);
        try (InputStream verifier =
                        Objects.requireNonNull(ExportedLine.class.getResourceAsStream(ExportedLine.VERIFIER));
                ZipOutputStream zip = new ZipOutputStream(into)) {
            put(zip, "journey.jsonl", taken.lines());
            put(
                    zip,
                    "people.jsonl",
                    joined(taken.people().stream().map(this::text).toList()));
            put(zip, ExportedLine.VERIFIER, verifier.readAllBytes());
            put(zip, "README.txt", WORDING.text("journey.readme", stream).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * @param people whom the lines name by reference
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Taken(byte[] lines, List<ExportedLine.Person> people) {}

    private Taken taken(UUID stream) {
        person.get().mustHave(Permission.READ_AUDIT);
        long length = jdbc.sql("select coalesce(max(seq), 0) from journey_log where lead_id = ?")
                .param(stream)
                .query(Long.class)
                .single();
        if (length > MOST) {
            throw new TooLarge(WORDING.text("journey.tooMany", length, MOST));
        }
        List<ExportedLine.Person> people = new ArrayList<>();
        List<String> lines = Objects.requireNonNull(snapshot.execute(status -> read(stream, people)));
        if (lines.isEmpty()) {
            throw new NotFound(WORDING.text("journey.none", stream));
        }
        log.add("journey", stream.toString(), LineDetails.of("stream", stream), lines.size());
        return new Taken(joined(lines), people);
    }

    private static byte[] joined(List<String> lines) {
        return lines.stream()
                .map(each -> each + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> read(UUID stream, List<ExportedLine.Person> people) {
        List<String> lines = new ArrayList<>();
        Tombstone.of(stream, jdbc).ifPresent(removed -> lines.add(text(removed.exported())));
        List<SealedLine> sealed = jdbc.sql("select * from journey_log where lead_id = ? order by seq")
                .param(stream)
                .query((row, n) -> SealedLine.of(row))
                .list();
        sealed.forEach(each -> lines.add(text(ExportedLine.of(each))));
        people.addAll(reader.people(sealed));
        Instant asOf = jdbc.sql("select clock_timestamp()")
                .query((row, n) -> Sql.instant(row, 1))
                .single();
        jdbc.sql("select last_seq, last_hash from journey_chain where lead_id = ?")
                .param(stream)
                .query((row, n) -> new ExportedLine.Head(
                        stream, row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)), asOf))
                .optional()
                .ifPresent(head -> lines.add(text(head)));
        return lines;
    }

    private String text(Object line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the log cannot be written", e);
        }
    }
}
