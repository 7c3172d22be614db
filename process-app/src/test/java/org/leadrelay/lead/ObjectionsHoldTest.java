package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever said no stays unreached, whatever comes in about them and wherever their address goes.
 */
@ProductTest
class ObjectionsHoldTest {

    private static final Declaration BOTH = new Declaration(true, true, "enquiry", null);

    @Autowired
    LeadCapture captures;

    @Autowired
    FactCorrections corrections;

    @Autowired
    LeadCommands life;

    @Autowired
    Consents consents;

    @Autowired
    ConsentCases cases;

    @Autowired
    LeadFacts facts;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateDecisions decisions;

    @Autowired
    CurrentPerson person;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String word =
            "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private final Origin file = from(Origin.Kind.IMPORT, null, null);
    private final Origin declaring = from(Origin.Kind.IMPORT, BOTH, null);
    private final Origin key = from(Origin.Kind.API, null, null);

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
    }

    @Test
    void a_stale_list_imported_again_with_another_number_lifts_nothing() {
        UUID lead = captured(file, Field.EMAIL, mail("s"), Field.PHONE, number(1), Field.MAIL_CONSENT, "Yes");
        assertThat(consents.permitted(lead)).contains(Channel.MAIL);
        objects(lead, Channel.MAIL);

        captured(file, Field.EMAIL, mail("s"), Field.PHONE, number(2), Field.MAIL_CONSENT, "Yes");

        assertThat(consents.permitted(lead)).isEmpty();
        assertThat(facts.ruleFacts(lead)).containsEntry("mayMail", false);
        assertThat(weight(lead, StatementKind.UNDATED_CELL)).isEqualTo(ConsentWhy.UNDATED);
    }

    @Test
    void neither_a_declaration_nor_a_form_nor_a_systems_record_lifts_an_objection() {
        UUID lead = captured(file, Field.EMAIL, mail("n"), Field.PHONE, number(3), Field.CITY, "Hof");
        objects(lead, Channel.MAIL);
        objects(lead, Channel.CALL);
        later();

        captured(declaring, Field.EMAIL, mail("n"), Field.CITY, "Ulm");
        captured(declaring, Field.EMAIL, mail("n"), Field.CITY, "Ulm again");
        captured(
                from(Origin.Kind.FORM, BOTH, null),
                Field.EMAIL,
                mail("n"),
                Field.MAIL_CONSENT,
                "1",
                Field.CALL_CONSENT,
                "1");
        captured(key, Field.EMAIL, mail("n"), Field.MAIL_CONSENT, "yes", Field.CALL_CONSENT, "yes");

        assertThat(consents.permitted(lead)).isEmpty();
        assertThat(weight(lead, StatementKind.FORM)).isEqualTo(ConsentWhy.ANONYMOUS);
        assertThat(weight(lead, StatementKind.UNDATED_RECORD)).isEqualTo(ConsentWhy.UNDATED);
        forgetAddress(lead);
        assertThat(consents.permitted(captured(elsewhere(), Field.EMAIL, mail("n"))))
                .isEmpty();
    }

    @Test
    void only_the_persons_own_later_word_lifts_it_and_forgets_its_hash() {
        UUID lead = captured(file, Field.EMAIL, mail("w"), Field.CITY, "Hof");
        objects(lead, Channel.MAIL);
        Instant objected = clock.instant();
        later();

        assertThatThrownBy(() -> agrees(lead, null, null, null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting("field")
                                .containsExactly("wording", "source"));
        agrees(lead, "Yes", "call", objected.minusSeconds(60));
        assertThat(consents.permitted(lead)).isEmpty();
        assertThat(captured(file, Field.EMAIL, mail("w"), Field.CITY, "Ulm")).isEqualTo(lead);
        agrees(lead, "Yes, write to me", "reply to our mail", null);

        assertThat(consents.permitted(lead)).containsExactly(Channel.MAIL);
        forgetAddress(lead);
        UUID again = captured(declaring, Field.EMAIL, mail("w"));
        assertThat(again).isNotEqualTo(lead);
        assertThat(consents.permitted(again)).contains(Channel.MAIL);
    }

    @Test
    void four_minutes_ahead_are_now_and_six_are_refused() {
        UUID lead = captured(file, Field.EMAIL, mail("f"), Field.CITY, "Hof");
        objects(lead, Channel.MAIL);
        later();
        Instant now = clock.instant();

        assertThatThrownBy(() -> agrees(lead, "Yes", "call", now.plus(Duration.ofMinutes(6))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting("field")
                                .containsExactly("at"));
        agrees(lead, "Yes", "call", now.plus(Duration.ofMinutes(4)));
        assertThat(consents.permitted(lead)).containsExactly(Channel.MAIL);
        clock.advance(Duration.ofMinutes(1));
        objects(lead, Channel.MAIL);

        assertThat(consents.permitted(lead)).isEmpty();
    }

    @Test
    void an_objection_meets_the_lead_that_gets_the_address_by_a_correction() {
        UUID gone = captured(file, Field.EMAIL, mail("c1"), Field.NO_MAIL, "yes");
        forgetAddress(gone);
        UUID other = captured(declaring, Field.EMAIL, mail("c2"));
        assertThat(consents.permitted(other)).contains(Channel.MAIL);

        corrections.correct(other, "email", mail("C1").toUpperCase(Locale.ROOT), person.get());

        assertThat(consents.permitted(other)).isEmpty();
        assertThat(consents.of(other)).extracting("kind").contains(StatementKind.REMEMBERED);
    }

    @Test
    void an_objection_to_calls_meets_the_number_however_it_is_spelled() {
        captured(file, Field.EXTERNAL_ID, "p1", Field.PHONE, number(30), Field.NO_CALL, "1");
        String local = number(30).replace("+49 30 ", "");
        UUID byCorrection = captured(declaring, Field.EMAIL, mail("p2"));
        UUID byRecord = captured(declaring, Field.EMAIL, mail("p3"));

        corrections.correct(byCorrection, "phone", "030/" + local, person.get());
        captured(
                declaring,
                Field.EMAIL,
                mail("p3"),
                Field.PHONE,
                "(030) " + local.substring(0, 4) + "-" + local.substring(4));

        assertThat(consents.permitted(byCorrection)).containsExactly(Channel.MAIL);
        assertThat(consents.permitted(byRecord)).containsExactly(Channel.MAIL);
    }

    @Test
    void correcting_or_removing_an_address_keeps_the_objection_for_the_lead_and_both_addresses() {
        UUID lead = captured(declaring, Field.EMAIL, mail("r1"), Field.EXTERNAL_ID, "r");
        objects(lead, Channel.MAIL);
        later();

        corrections.correct(lead, "email", mail("r2"), person.get());
        assertThat(consents.permitted(lead)).isEmpty();
        corrections.correct(lead, "email", null, person.get());
        forgetAddress(lead);

        assertThat(consents.permitted(captured(elsewhere(), Field.EMAIL, mail("r1"))))
                .isEmpty();
        assertThat(consents.permitted(captured(elsewhere(), Field.EMAIL, mail("r2"))))
                .isEmpty();
    }

    @Test
    void after_a_merge_nobody_is_reached_who_objected_whoever_survives() {
        for (boolean objectorSurvives : new boolean[] {true, false}) {
            String at = objectorSurvives ? "m" : "q";
            UUID willing =
                    captured(declaring, Field.EMAIL, mail(at + 1), Field.PHONE, number(objectorSurvives ? 10 : 20));
            UUID objector = captured(declaring, Field.EXTERNAL_ID, at, Field.PHONE, number(objectorSurvives ? 11 : 21));
            objects(objector, Channel.MAIL);
            objects(objector, Channel.CALL);
            later();
            captured(declaring, Field.EMAIL, mail(at + 1), Field.EXTERNAL_ID, at);
            UUID pair = pair(willing, objector);

            UUID survivor = decisions.merge(pair, objectorSurvives ? objector : willing, person.get());

            assertThat(consents.permitted(survivor)).isEmpty();
            UUID byMail =
                    captured(elsewhere(), Field.EXTERNAL_ID, at + "x", Field.PHONE, number(objectorSurvives ? 10 : 20));
            assertThat(consents.permitted(byMail)).isEmpty();
            forgetAddress(survivor);
            assertThat(consents.permitted(captured(elsewhere(), Field.EMAIL, mail(at + 1))))
                    .isEmpty();
        }
    }

    @Test
    void an_objection_in_a_record_that_waits_counts_on_both_leads_at_once() {
        UUID byMail = captured(declaring, Field.EMAIL, mail("k1"));
        UUID byId = captured(declaring, Field.EXTERNAL_ID, "k", Field.EMAIL, mail("k2"));

        captured(declaring, Field.EMAIL, mail("k1"), Field.EXTERNAL_ID, "k", Field.NO_MAIL, "yes");

        assertThat(consents.permitted(byMail)).isEmpty();
        assertThat(consents.permitted(byId)).isEmpty();
        decisions.keepApart(pair(byMail, byId), byId, person.get());
        assertThat(consents.permitted(byMail)).isEmpty();
        assertThat(consents.permitted(byId)).isEmpty();
    }

    @Test
    void a_cell_without_a_date_is_as_old_as_its_file_and_otherwise_older_than_anything() {
        UUID lead = captured(file, Field.EMAIL, mail("u"), Field.CITY, "Hof");
        agrees(lead, "Yes", "call", null);
        Instant agreed = clock.instant();
        later();

        captured(file, Field.EMAIL, mail("u"), Field.NO_MAIL, "yes");
        assertThat(consents.permitted(lead)).containsExactly(Channel.MAIL);
        captured(from(Origin.Kind.IMPORT, null, agreed.minusSeconds(5)), Field.EMAIL, mail("u"), Field.NO_MAIL, "yes");
        assertThat(consents.permitted(lead)).containsExactly(Channel.MAIL);
        captured(from(Origin.Kind.IMPORT, null, agreed.plusSeconds(5)), Field.EMAIL, mail("u"), Field.NO_MAIL, "yes");

        assertThat(consents.permitted(lead)).isEmpty();
    }

    @Test
    void of_two_rows_about_one_person_the_no_counts_in_either_order() {
        UUID yesNo = captured(file, Field.EMAIL, mail("x1"), Field.MAIL_CONSENT, "Yes");
        captured(file, Field.EMAIL, mail("x1"), Field.MAIL_CONSENT, "No");
        UUID noYes = captured(file, Field.EMAIL, mail("x2"), Field.MAIL_CONSENT, "No");
        captured(file, Field.EMAIL, mail("x2"), Field.MAIL_CONSENT, "Yes");

        assertThat(consents.permitted(yesNo)).isEmpty();
        assertThat(consents.permitted(noYes)).isEmpty();
    }

    @Test
    void a_dated_claim_waits_for_a_person_who_decides_with_words_and_source() {
        UUID lead = claimedLater("v");
        ConsentCase waiting = waiting(lead);
        assertThat(waiting.claim().kind()).isEqualTo(StatementKind.DATED_CELL);
        assertThat(waiting.objection().given()).isFalse();
        assertThat(consents.permitted(lead)).isEmpty();

        assertThatThrownBy(() -> cases.confirm(waiting.id(), " ", null, person.get()))
                .isInstanceOf(Invalid.class);
        cases.confirm(waiting.id(), "Yes, again", "double opt-in of the shop", person.get());

        assertThat(consents.permitted(lead)).containsExactly(Channel.MAIL);
        assertThatThrownBy(() -> cases.dismiss(waiting.id(), person.get())).isInstanceOf(Conflict.class);
    }

    @Test
    void a_dismissed_claim_lifts_nothing_and_is_asked_no_more() {
        UUID lead = claimedLater("y");

        cases.dismiss(waiting(lead).id(), person.get());

        assertThat(consents.permitted(lead)).isEmpty();
        assertThat(open(lead)).isEmpty();
        assertThat(weight(lead, StatementKind.DATED_CELL)).isEqualTo(ConsentWhy.DISMISSED);
    }

    private UUID claimedLater(String local) {
        UUID lead = captured(file, Field.EMAIL, mail(local), Field.CITY, "Hof");
        objects(lead, Channel.MAIL);
        later();
        Statement claim = new Statement(
                Channel.MAIL,
                true,
                "marketing",
                "consent",
                null,
                clock.instant().minusSeconds(60));
        captures.capture(new Capture(Map.of(Field.EMAIL, mail(local)), List.of(), List.of(claim), null), file);
        return lead;
    }

    private ConsentCase waiting(UUID lead) {
        return open(lead).get(0);
    }

    private List<ConsentCase> open(UUID lead) {
        return cases.open(0, 500).items().stream()
                .filter(each -> each.leadId().equals(lead))
                .toList();
    }

    private @Nullable ConsentWhy weight(UUID lead, StatementKind kind) {
        return consents.of(lead).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .why();
    }

    private void objects(UUID lead, Channel channel) {
        life.consent(lead, Statement.objection(channel), "person");
    }

    private void agrees(UUID lead, @Nullable String wording, @Nullable String source, @Nullable Instant at) {
        life.consent(lead, new Statement(Channel.MAIL, true, "marketing", "consent", wording, source, at), "person");
    }

    private void later() {
        clock.advance(Duration.ofHours(1));
    }

    private UUID pair(UUID one, UUID other) {
        return duplicates.open(0, 500).items().stream()
                .filter(each -> List.of(one, other).contains(each.leadA())
                        && List.of(one, other).contains(each.leadB()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** As after an erasure: the lead is no longer found by its addresses. */
    private void forgetAddress(UUID lead) {
        jdbc.sql("delete from lead_identity where lead_id = ?").param(lead).update();
    }

    private Origin from(Origin.Kind kind, @Nullable Declaration declared, @Nullable Instant asOf) {
        return new Origin(kind + word, kind, null, "mara", declared, asOf);
    }

    private Origin elsewhere() {
        return new Origin("else-" + UUID.randomUUID(), Origin.Kind.IMPORT, null, "mara", BOTH);
    }

    private UUID captured(Origin origin, Object... pairs) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((Field) pairs[i], String.valueOf(pairs[i + 1]));
        }
        return captures.capture(new Capture(fields, List.of(), List.of(), null), origin)
                .leadId();
    }

    private String mail(String local) {
        return local + "@" + word + ".example";
    }

    /** A number of this test only. */
    private String number(int i) {
        return "+49 30 9%06d".formatted(Math.floorMod(word.hashCode(), 9_000) * 100 + i);
    }
}
