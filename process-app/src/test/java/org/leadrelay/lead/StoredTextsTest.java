package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class StoredTextsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_lead_of_before_is_found_by_every_spelling() throws SQLException {
        // given
        UUID lead = lead("Ju\u0308rgen " + word, null, Instant.parse("2026-01-01T00:00:00Z"));
        fact(lead, "name", "Ju\u0308rgen " + word);

        // when
        bringUp();

        // then
        assertThat(column(lead, "name")).isEqualTo("Jürgen " + word);
        assertThat(column(lead, "name_key")).isEqualTo("jürgen " + word);
        assertThat(column(lead, "search")).contains("jurgen");
        assertThat(fact(lead, "name")).isEqualTo("Jürgen " + word);
    }

    @Test
    void two_leads_that_have_one_address_become_a_case_and_the_older_keeps_it() throws SQLException {
        // given
        UUID older = lead("One", null, Instant.parse("2026-01-01T00:00:00Z"));
        UUID newer = lead("Two", null, Instant.parse("2026-02-01T00:00:00Z"));
        String address = word + "ü@example.org";
        identity(newer, "email", address);
        identity(older, "email", word + "u\u0308\u200B@example.org");

        // when
        bringUp();
        bringUp();

        // then
        assertThat(holders(word + "%")).containsExactly(older);
        assertThat(cases(older, newer)).isEqualTo(1);
    }

    @Test
    void placeholders_and_damaged_ids_stand_for_nobody_any_more() throws SQLException {
        // given
        UUID lead = lead("One", null, Instant.parse("2026-01-01T00:00:00Z"));
        for (String each : List.of("N/A", "1.23457E+11", "A-17")) {
            jdbc.sql("insert into lead_identity (kind, scope, value, lead_id) values (?, ?, ?, ?)")
                    .params("external", word, each, lead)
                    .update();
        }

        // when
        bringUp();

        // then
        assertThat(jdbc.sql("select value from lead_identity where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .list())
                .containsExactly("A-17");
    }

    @Test
    void one_name_in_two_forms_with_one_number_becomes_a_case() throws SQLException {
        // given
        String number = "+4930" + Math.floorMod(word.hashCode(), 90_000_000);
        UUID one = lead("Änne " + word, number, Instant.parse("2026-01-01T00:00:00Z"));
        UUID two = lead("A\u0308NNE " + word, number, Instant.parse("2026-02-01T00:00:00Z"));
        UUID other = lead("Hanne " + word, number, Instant.parse("2026-03-01T00:00:00Z"));

        // when
        bringUp();

        // then
        assertThat(cases(one, two)).isEqualTo(1);
        assertThat(cases(one, other)).isZero();
    }

    private void bringUp() throws SQLException {
        try (Connection connection = database.getConnection()) {
            V89__one_meaning_of_text.bringUp(connection);
        }
    }

    private UUID lead(String name, String phone, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into lead (id, name, phone, phone_e164, origin, created_at, captured_at)
            values (?, ?, ?, ?, 'before', ?, ?)
            """).params(id, name, phone, phone, Sql.time(at), Sql.time(at)).update();
        return id;
    }

    private void fact(UUID lead, String name, String value) {
        jdbc.sql("""
            insert into lead_fact (lead_id, name, label, value, position, source, at)
            values (?, ?, ?, ?, 0, 'before', now())
            """).params(lead, name, name, value).update();
    }

    private String fact(UUID lead, String name) {
        return jdbc.sql("select value from lead_fact where lead_id = ? and name = ?")
                .params(lead, name)
                .query(String.class)
                .single();
    }

    private void identity(UUID lead, String kind, String value) {
        jdbc.sql("insert into lead_identity (kind, scope, value, lead_id) values (?, '', ?, ?)")
                .params(kind, value, lead)
                .update();
    }

    private List<UUID> holders(String like) {
        return jdbc.sql("select lead_id from lead_identity where value like ?")
                .param(like)
                .query(UUID.class)
                .list();
    }

    private String column(UUID lead, String column) {
        return jdbc.sql("select " + column + " from lead where id = ?")
                .param(lead)
                .query(String.class)
                .single();
    }

    private int cases(UUID one, UUID other) {
        return jdbc.sql("""
            select count(*) from duplicate_case where state = 'open'
                and lead_a in (?, ?) and lead_b in (?, ?)
            """).params(one, other, one, other).query(Integer.class).single();
    }
}
