package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which other leads stand beside one, and who sees them. */
@ProductTest
class CompanyLeadsTest {

    @Autowired
    LeadCapture captures;

    @Autowired
    LeadCards cards;

    @Autowired
    Cast cast;

    @Autowired
    CurrentPerson current;

    @Autowired
    JdbcClient jdbc;

    private final String domain = UUID.randomUUID() + ".example";
    private final String company = "Firm " + UUID.randomUUID();

    @BeforeEach
    void somebodyWhoSeesAll() {
        cast.person("company-mary", Roles.MARKETING);
        cast.person("company-ada", Roles.SALES_REP);
        cast.person("company-ben", Roles.SALES_REP);
    }

    @Test
    void leads_of_one_company_or_of_one_domain_stand_beside_each_other() {
        // given
        UUID grace = capture("Grace", company, "grace@gmail.com");
        UUID ada = capture("Ada", "  " + company.toUpperCase(Locale.ROOT), "ada@" + domain);
        UUID joan = capture("Joan", "Another name", "joan@" + domain);
        capture("Stranger", "Strangers " + UUID.randomUUID(), "somebody@" + UUID.randomUUID() + ".example");

        // then
        cast.actingAs("company-mary");
        assertThat(beside(ada)).containsExactlyInAnyOrder("Grace", "Joan");
        assertThat(beside(grace)).containsExactly("Ada");
        assertThat(beside(joan)).containsExactly("Ada");
    }

    @Test
    void a_provider_of_private_mailboxes_makes_no_company() {
        UUID one = capture("One", "First " + company, UUID.randomUUID() + "@gmx.de");
        capture("Two", "Second " + company, UUID.randomUUID() + "@gmx.de");

        cast.actingAs("company-mary");
        assertThat(beside(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "unknown", "-", "keine Angabe"})
    void a_placeholder_is_no_company(String none) {
        UUID one = capture("One", none, "one@" + domain);
        capture("Two", none, "two@" + UUID.randomUUID() + ".example");

        cast.actingAs("company-mary");
        assertThat(beside(one)).isEmpty();
    }

    @Test
    void a_rep_is_told_of_those_only_that_the_rep_may_see() {
        // given
        UUID mine = capture("Mine", company, "mine@" + domain);
        UUID also = capture("Also mine", company, "also@" + domain);
        UUID bens = capture("Bens", company, "bens@" + domain);
        belongsTo(mine, "company-ada");
        belongsTo(also, "company-ada");
        belongsTo(bens, "company-ben");

        // then
        cast.actingAs("company-ada");
        List<CompanyLead> beside = cards.card(mine, current.get()).sameCompany();
        assertThat(beside).extracting(CompanyLead::id).containsExactly(also);
        assertThat(beside.get(0).owner()).isEqualTo("company-ada");
        assertThat(beside.get(0).ownerName()).isNotBlank();
    }

    @Test
    void a_lead_whose_company_is_corrected_changes_its_neighbours() {
        // given
        UUID one = capture("One", company, "one@" + domain);
        UUID other = capture("Other", company + " Ltd", "other@" + UUID.randomUUID() + ".example");

        // when
        captures.capture(
                new Capture(
                        Map.of(Field.EMAIL, cards.card(other).email(), Field.COMPANY, company),
                        List.of(),
                        List.of(),
                        null),
                new Origin("company-test", Origin.Kind.API, null, null, null));

        // then
        cast.actingAs("company-mary");
        assertThat(beside(one)).containsExactly("Other");
    }

    private UUID capture(String name, String of, String email) {
        return captures.capture(
                        new Capture(
                                Map.of(Field.NAME, name, Field.COMPANY, of, Field.EMAIL, email),
                                List.of(),
                                List.of(),
                                null),
                        new Origin("company-test", Origin.Kind.API, null, null, null))
                .leadId();
    }

    private void belongsTo(UUID lead, String login) {
        jdbc.sql("update lead set owner = ? where id = ?").params(login, lead).update();
    }

    private List<String> beside(UUID lead) {
        return cards.card(lead, current.get()).sameCompany().stream()
                .map(CompanyLead::name)
                .toList();
    }
}
