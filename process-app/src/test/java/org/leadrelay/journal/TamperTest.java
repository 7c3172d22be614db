package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a hash chain alone can show, kind of tampering by kind; whoever does it passes the triggers. */
@ProductTest
class TamperTest {

    @Autowired
    JourneyLog log;

    @Autowired
    OperationLog operations;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void fiveLines() {
        Entry.Place place = new Entry.Place("lead-journey", 1, "Activity_Rate", "Rate the lead", "4711");
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            log.add(new Entry(lead, Kind.ENTERED, place, Map.of()));
            log.add(new Entry(lead, Kind.LEFT, place, Map.of()));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "form"));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "click"));
        });
        assertThat(chains.verify(lead).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        details                    | line-changed 3          | update log set details = '{"cancelled":true}' where seq = 3
        kind                       | line-changed 3          | update log set kind = 'entered' where seq = 3
        time                       | line-changed 3          | update log set at = at - interval '3 days' where seq = 3
        recorded time              | line-changed 3          | update log set recorded_at = recorded_at - interval '1 microsecond' where seq = 3
        recorded time taken        | line-changed 3          | update log set recorded_at = null where seq = 3
        person                     | line-changed 3          | update log set person = 'somebody' where seq = 3
        person by reference        | line-changed 3          | update log set person_ref = gen_random_uuid(), person = null where seq = 3
        API key                    | line-changed 3          | update log set api_key_name = 'crm' where seq = 3
        node                       | line-changed 3          | update log set node = 'elsewhere' where seq = 3
        model                      | line-changed 3          | update log set definition_key = 'lead-recycle' where seq = 3
        model version              | line-changed 3          | update log set definition_version = 2 where seq = 3
        element                    | line-changed 3          | update log set element_id = 'Activity_Other' where seq = 3
        name of the element        | line-changed 3          | update log set element_name = null where seq = 3
        activity instance          | line-changed 3          | update log set instance = '4712' where seq = 3
        subject                    | line-changed 3          | update log set subject = '' where seq = 3
        format set back            | line-changed 3          | update log set format = 1 where seq = 3
        format of the future       | format-unknown 3        | update log set format = 4 where seq = 3
        a field moved to the next  | line-changed 3          | update log set kind = '', person = concat(kind, person) where seq = 3
        seal                       | line-changed 3, link-broken 4 | update log set hash = sha256('') where seq = 3
        hash before it             | previous-hash-changed 3 | update log set previous_hash = sha256('') where seq = 3
        line in the middle deleted | line-missing 3          | delete from log where seq = 3
        two lines deleted          | line-missing 2          | delete from log where seq in (2, 3)
        first line deleted         | line-missing 1          | delete from log where seq = 1
        last line deleted          | chain-shortened 5       | delete from log where seq = 5
        last three lines deleted   | chain-shortened 3       | delete from log where seq > 2
        two lines swapped          | line-changed 2, line-changed 3, link-broken 4 | update log set seq = 99 where seq = 2; update log set seq = 2 where seq = 3; update log set seq = 3 where seq = 99
        line replayed at the end   | line-changed 6, head-differs 6 | insert into journey_log (lead_id, seq, at, kind, person, details, previous_hash, hash, format) select lead_id, 6, at, kind, person, details, previous_hash, hash, format from log where seq = 5
        line put before the first  | line-changed 0, link-broken 1 | insert into journey_log (lead_id, seq, at, kind, person, details, previous_hash, hash, format) select lead_id, 0, at, kind, person, details, '', hash, format from log where seq = 5
        head set back              | head-differs 5          | update chain set last_seq = 4
        head set on                | chain-shortened 6       | update chain set last_seq = 6
        hash of the head           | head-differs 5          | update chain set last_hash = sha256('')
        head deleted               | head-missing 5          | delete from chain
        all lines, the head left   | chain-missing           | delete from log
        """)
    void tampering_is_found_by_code_and_line(String what, String findings, String attack) {
        // when
        tamper(attack);

        // then
        assertThat(found(lead)).isEqualTo(findings);
    }

    @Test
    void a_changed_line_that_was_sealed_anew_is_no_longer_what_the_next_line_follows() {
        // when
        tamper("update log set details = '{\"cancelled\":true}' where seq = 3");
        sealAnew(3);

        // then
        assertThat(found(lead)).isEqualTo("link-broken 4");
    }

    @Test
    void of_a_lead_or_stream_that_is_registered_nothing_is_found_to_be_missing() {
        // given
        transactions.executeWithoutResult(
                status -> operations.add(StreamKind.OPERATION, Kind.CLEANED_UP, "test", Map.of("number", 1)));
        UUID stream = jdbc.sql("""
            select s.id from audit_stream s join journey_log l on l.lead_id = s.id where s.kind = 'operation'
            order by s.opened_at desc, l.seq desc limit 1
            """).query(UUID.class).single();
        assertThat(found(stream)).isEmpty();
        UUID unknown = UUID.randomUUID();

        // when
        UUID emptied = UUID.randomUUID();
        database.superuser()
                .sql("insert into audit_stream (id, kind, node) values (?, 'operation', 'gone')")
                .param(emptied)
                .update();

        // then
        assertThat(found(emptied)).isEqualTo("chain-missing");
        assertThat(found(unknown)).isEmpty();
        database.superuser()
                .sql("delete from audit_stream where id = ?")
                .param(emptied)
                .update();
    }

    private String found(UUID stream) {
        return chains.verify(stream).findings().stream()
                .map(each -> each.code().code() + (each.seq() == null ? "" : " " + each.seq()))
                .collect(Collectors.joining(", "));
    }

    /** {@code log} and {@code chain} stand for the lead's part of the two tables. */
    private void tamper(String attack) {
        for (String statement : attack.split(";", -1)) {
            String where = "lead_id = '" + lead + "'";
            String ours = statement.contains(" where ")
                    ? statement.replace(" where ", " where " + where + " and ")
                    : statement + " where " + where;
            database.tamper(ours.replace("update log ", "update journey_log ")
                    .replace("from log ", "from journey_log ")
                    .replace("update chain ", "update journey_chain ")
                    .replace("from chain ", "from journey_chain "));
        }
    }

    private void sealAnew(long seq) {
        List<SealedLine> lines = jdbc.sql("select * from journey_log where lead_id = ? order by seq")
                .param(lead)
                .query((row, n) -> SealedLine.of(row))
                .list();
        SealedLine line = lines.get((int) seq - 1);
        byte[] hash = Seal.of(line.line(), seq, line.recordedAt(), line.previousHash());
        database.tamper("update journey_log set hash = '\\x" + HexFormat.of().formatHex(hash) + "' where lead_id = '"
                + lead + "' and seq = " + seq);
    }
}
