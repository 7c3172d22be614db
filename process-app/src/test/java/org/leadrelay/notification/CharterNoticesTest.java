package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.access.Mandate.HEAD_OF_MARKETING;
import static org.leadrelay.access.Mandate.HEAD_OF_SALES;
import static org.leadrelay.charter.Parties.MARKETING;
import static org.leadrelay.charter.Parties.OWNER;
import static org.leadrelay.charter.Parties.SALES;
import static org.leadrelay.charter.Parties.SALES_DEPUTY;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandates;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Editing;
import org.leadrelay.charter.Parties;
import org.leadrelay.charter.SignOff;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@OwnDatabase
@Import(Parties.class)
class CharterNoticesTest {

    @Autowired
    private Parties parties;

    @Autowired
    private CharterVersions versions;

    @Autowired
    private CharterDrafts drafts;

    @Autowired
    private SignOff signOff;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Cast cast;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void people() {
        parties.arrive();
        jdbc.sql("delete from notice").update();
    }

    @AfterEach
    void backToTheFirstCharter() {
        cast.actingAsNobody();
        database.firstCharter();
    }

    @Test
    void both_heads_hear_of_a_proposed_version_until_they_have_signed() {
        // when
        int version = proposed();

        // then
        assertThat(awaited()).containsExactly(MARKETING + " " + version, SALES + " " + version);

        // when
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);

        // then
        assertThat(awaited()).containsExactly(SALES + " " + version);

        // when
        parties.sign(SALES, HEAD_OF_SALES, version, false);

        // then
        assertThat(awaited()).isEmpty();
    }

    @Test
    void a_deputy_hears_of_it_where_the_head_wrote_it_or_nobody_is_head() {
        // given
        cast.actingAsNobody();
        mandates.give(HEAD_OF_SALES, null, Set.of(SALES_DEPUTY), null);

        // when
        int version = proposed();

        // then
        assertThat(awaited()).containsExactly(SALES_DEPUTY + " " + version, MARKETING + " " + version);
    }

    @Test
    void nothing_is_to_be_signed_when_the_version_is_taken_back_and_it_is_told_again_when_proposed_anew() {
        // given
        int version = proposed();

        // when
        cast.actingAs(OWNER);
        signOff.withdraw(version);

        // then
        assertThat(awaited()).isEmpty();

        // when
        drafts.propose(versions.version(version).edition(), null);

        // then
        assertThat(awaited()).containsExactly(MARKETING + " " + version, SALES + " " + version);

        // when
        drafts.discard(versions.version(version).edition());

        // then
        assertThat(awaited()).isEmpty();
    }

    private int proposed() {
        return parties.propose(CharterNoticesTest::quicker, null).version();
    }

    private static CharterContent quicker(CharterContent said) {
        return Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45));
    }

    private List<String> awaited() {
        return jdbc.sql("""
            select recipient || ' ' || split_part(cause, ':', 2) from notice
            where kind = 'signature' and resolved_at is null order by recipient
            """).query(String.class).list();
    }
}
