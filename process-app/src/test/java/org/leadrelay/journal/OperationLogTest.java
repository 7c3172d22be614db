package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ProductTest
class OperationLogTest {

    @Autowired
    OperationLog operations;

    @Autowired
    JourneyLog log;

    @Autowired
    NodeStreams streams;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LineReader reader;

    @Autowired
    Cast cast;

    @Test
    void a_line_says_who_about_whom_where_and_when_by_both_clocks() {
        // given
        cast.person("op-root", Roles.ADMINISTRATOR);
        cast.actingAs("op-root");

        // when
        add(StreamKind.ACCESS, "op-ada");
        cast.actingAsNobody();

        // then
        SealedLine line = last(StreamKind.ACCESS);
        assertThat(reader.read(List.of(line))).singleElement().returns("op-root", ReadLine::person);
        assertThat(line.line().subject()).isEqualTo("op-ada");
        assertThat(line.line().format()).isEqualTo(3);
        assertThat(line.line().author().node()).isNotBlank();
        assertThat(line.recordedAt()).isNotNull();
        assertThat(jdbc.sql("select kind from audit_stream where id = ?")
                        .param(line.line().streamId())
                        .query(String.class)
                        .single())
                .isEqualTo("access");
    }

    @Test
    void each_kind_has_one_stream_for_the_life_of_a_node_and_its_chain_holds() {
        // when
        add(StreamKind.READING, "a");
        add(StreamKind.READING, "b");
        add(StreamKind.OPERATION, "c");

        // then
        assertThat(jdbc.sql("select count(*) from audit_stream where id in (:ids)")
                        .param("ids", List.of(streams.idOf(StreamKind.READING), streams.idOf(StreamKind.OPERATION)))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(chains.verify(streams.idOf(StreamKind.READING)).findings()).isEmpty();
        assertThat(chains.verify(streams.idOf(StreamKind.READING)).lines()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void lines_of_a_lead_and_of_a_stream_are_written_in_one_transaction() {
        // given
        UUID lead = UUID.randomUUID();

        // when
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            operations.add(StreamKind.MODEL, Kind.CLEANED_UP, "x", Map.of());
        });
        transactions.executeWithoutResult(status -> {
            operations.add(StreamKind.MODEL, Kind.CLEANED_UP, "rolled-back", Map.of());
            status.setRollbackOnly();
        });

        // then
        assertThat(chains.verify(lead).lines()).isEqualTo(1);
        assertThat(last(StreamKind.MODEL).line().subject()).isEqualTo("x");
    }

    @Test
    void every_stream_is_listed_once_page_by_page() {
        // given
        UUID lead = UUID.randomUUID();
        transactions.executeWithoutResult(status -> log.add(lead, Kind.SIGNAL, Map.of("signal", "visit")));
        add(StreamKind.INTAKE, "x");
        List<UUID> all = chains.streams(null, 1_000_000);

        // when
        List<UUID> paged = new java.util.ArrayList<>();
        for (List<UUID> page = chains.streams(null, 2);
                !page.isEmpty();
                page = chains.streams(paged.get(paged.size() - 1), 2)) {
            paged.addAll(page);
        }

        // then
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().contains(lead, streams.idOf(StreamKind.INTAKE));
    }

    @Test
    void a_lead_has_its_own_log_and_a_line_needs_a_transaction() {
        assertThatThrownBy(() -> add(StreamKind.LEAD, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> operations.add(StreamKind.ACCESS, Kind.CLEANED_UP, "x", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void add(StreamKind stream, String subject) {
        transactions.executeWithoutResult(
                status -> operations.add(stream, Kind.CLEANED_UP, subject, Map.of("number", 1)));
    }

    private SealedLine last(StreamKind kind) {
        return jdbc.sql("select * from journey_log where lead_id = ? order by seq desc limit 1")
                .param(streams.idOf(kind))
                .query((row, n) -> SealedLine.of(row))
                .single();
    }
}
