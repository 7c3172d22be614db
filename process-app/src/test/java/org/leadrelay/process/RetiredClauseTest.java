package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.access.Mandate.HEAD_OF_MARKETING;
import static org.leadrelay.access.Mandate.HEAD_OF_SALES;
import static org.leadrelay.charter.Parties.MARKETING;
import static org.leadrelay.charter.Parties.SALES;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.ModelConsistency;
import org.leadrelay.charter.Parties;
import org.leadrelay.redesign.Owners;
import org.leadrelay.redesign.Release;
import org.leadrelay.testing.Database;
import org.springframework.beans.factory.annotation.Autowired;

/** A release and its charter promise something else: new leads are held to that, and those that began before to what they began with. */
class RetiredClauseTest extends JourneyTest {

    private static final String OLD = "makeContact";
    private static final String NEW = "callBuyer";

    @Autowired
    Owners owners;

    @Autowired
    Parties parties;

    @Autowired
    CharterDrafts drafts;

    @Autowired
    CharterVersions versions;

    @Autowired
    Charter charter;

    @Autowired
    ModelConsistency consistency;

    @Autowired
    Database database;

    @AfterEach
    void asItWas() {
        cast.actingAsNobody();
        database.firstRelease();
        database.firstCharter();
    }

    @Test
    void a_clause_that_the_charter_does_without_still_binds_whoever_began_with_it() {
        // given a lead on its way, and a release that promises the first call by another name
        parties.arrive();
        owners.arrive();
        UUID before = readyLead();
        parties.draft(said ->
                said.rewriting().clause(renamed(said.clause(OLD).orElseThrow())).text());
        assertThat(findings()).as("no model in force reads it").contains("element-untimed " + NEW);

        // when it is sealed
        Release sealed = owners.seal(Owners.shipped(
                "lead-follow-up.bpmn",
                xml -> xml.replace("due." + OLD, "due." + NEW).replace("remind." + OLD, "remind." + NEW)));

        // then the draft is read beside the models that it binds together with
        assertThat(findings()).containsExactly("element-untimed " + OLD);

        // when it drops the old clause, and both take effect
        cast.actingAs(Owners.PETRA);
        CharterVersion draft = versions.draft().orElseThrow();
        CharterVersion edited = drafts.edit(
                draft.edition(),
                draft.provisions().rewriting().withoutClause(OLD).text());
        assertThat(findings()).containsExactly("clause-still-read " + OLD);
        drafts.propose(edited.edition(), null);
        parties.sign(MARKETING, HEAD_OF_MARKETING, draft.version(), false);
        parties.sign(SALES, HEAD_OF_SALES, draft.version(), false);
        owners.approve(Owners.OLE, sealed, null);

        // then
        assertThat(charter.current().version()).isEqualTo(draft.version());
        UUID next = acceptedLead();
        assertThat(promises(next))
                .contains(NEW + " by version " + draft.version())
                .noneMatch(each -> each.contains(OLD));
        answerHandOff(before, Map.of("outcome", "accept"));
        assertThat(promises(before)).contains(OLD + " by version 1").noneMatch(each -> each.contains(NEW));
        asHolder(before, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        assertThat(jdbc.sql("select state from promise where lead_id = ? and clause = ?")
                        .params(before, OLD)
                        .query(String.class)
                        .single())
                .isEqualTo("kept");
    }

    private static Clause renamed(Clause old) {
        return new Clause(
                NEW, old.words(), old.who(), old.element(), old.high(), old.normal(), old.low(), old.reminderShare());
    }

    private List<String> findings() {
        return consistency.of(versions.draft().orElseThrow()).stream()
                .filter(each -> each.kind() != Finding.Kind.REVIEW_DUE)
                .map(each -> each.kind().code() + " " + each.subject())
                .toList();
    }

    private List<String> promises(UUID lead) {
        return jdbc.sql("select clause || ' by version ' || charter_version from promise where lead_id = ?")
                .param(lead)
                .query(String.class)
                .list();
    }
}
