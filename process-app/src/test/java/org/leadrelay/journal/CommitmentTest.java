package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ProductTest
class CommitmentTest {

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private final UUID lead = UUID.randomUUID();

    @Test
    void words_are_proven_with_the_key_of_their_lead_and_with_no_other() {
        // when
        say(lead, "grace@example.org");
        UUID other = UUID.randomUUID();
        say(other, "grace@example.org");

        // then
        assertThat(details(lead))
                .containsExactly("{\"words\":\"" + CommitmentKeys.commit(salt(lead), "grace@example.org") + "\"}");
        assertThat(details(lead)).isNotEqualTo(details(other));
        assertThat(salt(lead)).hasSize(32).isNotEqualTo(salt(other));
    }

    @Test
    void one_lead_keeps_one_key() {
        say(lead, "first");
        byte[] salt = salt(lead);
        say(lead, "first");

        assertThat(salt(lead)).isEqualTo(salt);
        assertThat(details(lead).get(0)).isEqualTo(details(lead).get(1));
    }

    @Test
    void without_the_key_no_commitment_is_ever_made_again() {
        // given
        say(lead, "grace@example.org");

        // when
        database.superuser()
                .sql("delete from audit_salt where lead_id = ?")
                .param(lead)
                .update();
        say(lead, "grace@example.org");

        // then
        assertThat(details(lead).get(0)).isNotEqualTo(details(lead).get(1));
    }

    private void say(UUID about, String words) {
        transactions.executeWithoutResult(
                status -> log.add(about, Kind.COMMENT, Map.of("words", new CommittedText(words))));
    }

    private byte[] salt(UUID about) {
        return jdbc.sql("select salt from audit_salt where lead_id = ?")
                .param(about)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private List<String> details(UUID about) {
        return jdbc.sql("select details from journey_log where lead_id = ? order by seq")
                .param(about)
                .query(String.class)
                .list();
    }
}
