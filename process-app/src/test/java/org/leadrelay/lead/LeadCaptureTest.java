package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Captured.Outcome;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class LeadCaptureTest {

    @Autowired
    LeadCapture captures;

    @Autowired
    LeadCards cards;

    @Autowired
    LeadFacts facts;

    @Autowired
    FactCorrections corrections;

    @Autowired
    Journeys journeys;

    @Autowired
    LeadSignals signals;

    @Autowired
    Consents consents;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateDecisions decisions;

    @Autowired
    CurrentPerson person;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final Origin crm = new Origin("crm-" + word, Origin.Kind.IMPORT, null, "mara", null);
    private final Origin file = new Origin("file-" + word, Origin.Kind.IMPORT, null, "mara", null);

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
    }

    @Test
    void concurrent_captures_of_one_person_end_in_one_lead() {
        // when
        List<Captured> captured = atOnce(
                6, i -> captures.capture(capture(Field.EMAIL, email("race"), Field.COMPANY, "Company " + i), crm));

        // then
        assertThat(captured)
                .extracting(Captured::leadId)
                .containsOnly(captured.get(0).leadId());
        assertThat(captured).extracting(Captured::outcome).containsOnlyOnce(Outcome.CREATED);
        assertThat(journeys.of(captured.get(0).leadId())).hasSize(1);
    }

    @Test
    void a_second_capture_joins_the_living_journey_as_an_engagement() {
        UUID lead = captured(crm, Field.EMAIL, email("join"), Field.NAME, "Join");

        Captured again = captures.capture(capture(Field.EMAIL, email("join"), Field.CITY, "Ulm"), file);

        assertThat(again)
                .isEqualTo(new Captured(lead, Outcome.MERGED, List.of(new FactChange("city", "City", null, "Ulm"))));
        assertThat(journeys.of(lead)).hasSize(1);
        assertThat(signals.since(lead, Instant.EPOCH)).hasSize(1);
    }

    @Test
    void an_unchanged_record_is_no_engagement() {
        UUID lead = captured(crm, Field.EXTERNAL_ID, "7", Field.NAME, "Same");

        Captured again = captures.capture(capture(Field.EXTERNAL_ID, "7", Field.NAME, " Same "), crm);

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(signals.since(lead, Instant.EPOCH)).isEmpty();
    }

    @Test
    void the_same_external_id_of_two_origins_is_two_people() {
        assertThat(captured(crm, Field.EXTERNAL_ID, "42")).isNotEqualTo(captured(file, Field.EXTERNAL_ID, "42"));
    }

    @Test
    void someone_who_comes_back_after_the_end_starts_a_new_journey_linked_to_the_old() {
        UUID lead = captured(crm, Field.EMAIL, email("back"), Field.NAME, "Back");
        journeys.ended(lead, "dormant");

        Captured same = captures.capture(capture(Field.EMAIL, email("back"), Field.NAME, "Back"), crm);
        Captured changed =
                captures.capture(capture(Field.EMAIL, email("back"), Field.NAME, "Back", Field.CITY, "Bonn"), crm);

        assertThat(same.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(changed)
                .isEqualTo(new Captured(lead, Outcome.RETURNED, List.of(new FactChange("city", "City", null, "Bonn"))));
        List<Journey> both = journeys.of(lead);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).previousId()).isEqualTo(both.get(1).id());
        assertThat(both.get(1).end()).isEqualTo("dormant");
    }

    @Test
    void a_phone_number_alone_never_merges_but_is_worth_a_look() {
        String number = "+49 30 9018" + (1000 + Math.floorMod(word.hashCode(), 9000));
        UUID one = captured(crm, Field.NAME, "Pia Phone", Field.PHONE, number);
        UUID other = captured(crm, Field.EMAIL, email("p"), Field.NAME, "Pia Phone", Field.PHONE, number);
        UUID stranger = captured(crm, Field.EMAIL, email("q"), Field.NAME, "Else", Field.PHONE, number);

        assertThat(Set.of(one, other, stranger)).hasSize(3);
        assertThat(openCases(one)).hasSize(1);
        assertThat(openCases(stranger)).isEmpty();
    }

    @Test
    void every_record_that_waits_for_a_decision_is_captured_in_the_order_it_came() {
        // given
        UUID byEmail = captured(crm, Field.EMAIL, email("w"));
        captured(crm, Field.EXTERNAL_ID, "w-1");
        Captured first = waiting(Field.TITLE, "Buyer", Field.CITY, "Ulm");
        Captured again = waiting(Field.TITLE, "Buyer", Field.CITY, "Ulm");
        Captured second = waiting(Field.COMPANY, "Works", Field.CITY, "Bonn");

        // when
        cast.actingAs("mara");
        decisions.merge(openCases(byEmail).get(0).id(), byEmail, person.get());

        // then
        assertThat(first.outcome()).isEqualTo(Outcome.TO_DECIDE);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.outcome()).isEqualTo(Outcome.TO_DECIDE);
        LeadCard card = cards.card(byEmail);
        assertThat(card.title()).isEqualTo("Buyer");
        assertThat(card.company()).isEqualTo("Works");
        assertThat(card.city()).isEqualTo("Bonn");
    }

    private Captured waiting(Object... more) {
        Object[] all = Stream.concat(
                        Stream.of(Field.EMAIL, email("w"), Field.EXTERNAL_ID, (Object) "w-1"), Stream.of(more))
                .toArray();
        return captures.capture(capture(all), crm);
    }

    @Test
    void identities_of_two_leads_go_to_a_person_and_merging_keeps_both_histories() {
        // given
        UUID byEmail = captured(crm, Field.EMAIL, email("m"), Field.CITY, "Kiel");
        UUID byId = captured(crm, Field.EXTERNAL_ID, "m-1", Field.COMPANY, "Works");

        // when
        Captured both = captures.capture(
                capture(Field.EMAIL, email("m"), Field.EXTERNAL_ID, "m-1", Field.TITLE, "Head of It"), crm);

        // then
        assertThat(both.outcome()).isEqualTo(Outcome.TO_DECIDE);
        DuplicateCase open = openCases(byEmail).get(0);
        assertThat(open.recordWaiting()).isTrue();
        cast.actingAs("mara");
        decisions.merge(open.id(), byEmail, person.get());
        LeadCard card = cards.card(byId);
        assertThat(card.id()).isEqualTo(byEmail);
        assertThat(card.city()).isEqualTo("Kiel");
        assertThat(card.company()).isEqualTo("Works");
        assertThat(card.title()).isEqualTo("Head of It");
        assertThat(captured(crm, Field.EXTERNAL_ID, "m-1", Field.CITY, "Kiel")).isEqualTo(byEmail);
        assertThatThrownBy(() -> decisions.merge(open.id(), byEmail, person.get()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void two_people_kept_apart_stay_apart_and_later_records_follow_the_external_id() {
        UUID byEmail = captured(crm, Field.EMAIL, email("k"));
        UUID byId = captured(crm, Field.EXTERNAL_ID, "k-1");
        captures.capture(capture(Field.EMAIL, email("k"), Field.EXTERNAL_ID, "k-1"), crm);
        cast.actingAs("mara");
        UUID open = openCases(byEmail).get(0).id();

        assertThatThrownBy(() -> decisions.keepApart(open, null, person.get())).isInstanceOf(Invalid.class);
        decisions.keepApart(open, byId, person.get());

        Capture later = capture(Field.EMAIL, email("k"), Field.EXTERNAL_ID, "k-1", Field.CITY, "Jena");
        assertThat(captures.capture(later, crm).leadId()).isEqualTo(byId);
        assertThat(cards.card(byEmail).city()).isNull();
    }

    @Test
    void an_objection_holds_when_the_same_person_is_captured_elsewhere() {
        // given an objection whose lead is no longer known by its address
        UUID lead = captured(crm, Field.EMAIL, email("o"), Field.NO_MAIL, "yes");
        assertThat(consents.permitted(lead)).isEmpty();
        jdbc.sql("delete from lead_identity where lead_id = ?").param(lead).update();

        // when
        UUID again = captured(declared(), Field.EMAIL, email("o"));

        // then
        assertThat(again).isNotEqualTo(lead);
        assertThat(consents.permitted(again)).isEmpty();
        assertThat(consents.of(again)).extracting("source").contains("earlier objection");
    }

    @Test
    void a_declaration_gives_a_basis_but_never_lifts_an_objection() {
        UUID willing = captured(declared(), Field.EMAIL, email("d1"), Field.PHONE, "+49 30 9018200");
        UUID not = captured(crm, Field.EMAIL, email("d2"), Field.NO_MAIL, "1");
        captured(declared(), Field.EMAIL, email("d2"), Field.CITY, "Hof");

        assertThat(consents.permitted(willing)).containsExactly(Channel.MAIL, Channel.CALL);
        assertThat(consents.permitted(not)).isEmpty();
        assertThat(consents.permitted(captured(file, Field.EMAIL, email("d3")))).isEmpty();
    }

    @Test
    void people_known_only_at_their_source_are_reached_there_unless_they_object() {
        UUID silent = captured(file, Field.EXTERNAL_ID, "s1");
        UUID noMail = captured(file, Field.EXTERNAL_ID, "s3", Field.NO_MAIL, "Yes");
        UUID nothing = captured(file, Field.EXTERNAL_ID, "s2", Field.NO_MAIL, "Yes", Field.NO_CALL, "Yes");

        assertThat(consents.permitted(silent)).containsExactly(Channel.AT_SOURCE);
        assertThat(consents.permitted(noMail)).containsExactly(Channel.AT_SOURCE);
        assertThat(consents.permitted(nothing)).isEmpty();
    }

    @Test
    void a_correction_is_not_overruled_by_a_later_capture_and_the_history_tells_of_both() {
        UUID lead = captured(crm, Field.EXTERNAL_ID, "c", Field.COMPANY, "Old");
        cast.actingAs("mara");
        corrections.correct(lead, "company", "Right", person.get());
        captured(crm, Field.EXTERNAL_ID, "c", Field.COMPANY, "Wrong");

        LeadCard card = cards.card(lead);
        assertThat(card.company()).isEqualTo("Right");
        assertThat(card.oldFacts()).extracting("value").containsExactly("Wrong", "Old");
        assertThat(card.oldFacts()).extracting("wasCurrent").containsExactly(false, true);
    }

    @Test
    void a_corrected_address_that_belongs_to_somebody_else_is_refused() {
        UUID one = captured(crm, Field.EMAIL, email("e1"));
        captured(crm, Field.EMAIL, email("e2"));
        cast.actingAs("mara");

        assertThatThrownBy(() -> corrections.correct(one, "email", email("e2"), person.get()))
                .isInstanceOf(Conflict.class);
        corrections.correct(one, "email", email("e3"), person.get());
        assertThat(captured(crm, Field.EMAIL, email("e3"))).isEqualTo(one);
        assertThat(captured(crm, Field.EMAIL, email("e1"))).isNotEqualTo(one);
    }

    @Test
    void a_lead_that_nothing_identifies_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> captures.capture(capture(Field.NAME, "Nobody"), crm))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("external id");
    }

    @Test
    void a_title_tells_how_much_somebody_decides_and_the_rules_see_no_more_of_it() {
        UUID lead = captured(crm, Field.EMAIL, email("t"), Field.TITLE, "Leiterin Einkauf, Ada Byron");

        assertThat(facts.ruleFacts(lead)).containsEntry("seniority", "Head").containsEntry("businessEmail", true);
        assertThat(facts.ruleFacts(lead).toString()).doesNotContain("Byron").doesNotContain("Eink");
    }

    private Origin declared() {
        Declaration both = new Declaration(true, true, "enquiry", null);
        return new Origin(file.name(), Origin.Kind.IMPORT, null, "mara", both);
    }

    private UUID captured(Origin origin, Object... pairs) {
        return captures.capture(capture(pairs), origin).leadId();
    }

    private static Capture capture(Object... pairs) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((Field) pairs[i], String.valueOf(pairs[i + 1]));
        }
        return new Capture(fields, List.of(), List.of(), null);
    }

    private String email(String local) {
        return local + "@" + word.substring(0, 20) + ".example";
    }

    private List<DuplicateCase> openCases(UUID lead) {
        return duplicates.open(0, 500).items().stream()
                .filter(each -> each.leadA().equals(lead) || each.leadB().equals(lead))
                .toList();
    }
}
