package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leadrelay.testing.Week.monday;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.testing.SettableClock;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a capture becomes in normal form, and all that is wrong with it. */
class CaptureCheckTest {

    private static final Phones PHONES = new Phones("DE");

    private final FactDefinitions definitions = mock(FactDefinitions.class);
    private final SettableClock clock = new SettableClock();
    private final CaptureCheck check = new CaptureCheck(
            definitions,
            PHONES,
            new LearnedFacts(mock(Leads.class), mock(FactTable.class), list -> List.of(), clock),
            clock);

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        clock.set(monday("10:00"));
        when(definitions.find(anyString())).thenReturn(Optional.empty());
        when(definitions.canonical(anyString(), anyString())).thenReturn(Optional.empty());
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest(name = "{0} {1} becomes {2}")
    @CsvSource({
        "EMAIL,       ' Ada@Example.ORG ',   ada@example.org",
        "EMAIL,       mailto:ada@example.org, ada@example.org",
        "PHONE,       p:+49 30 123456,       +49 30 123456",
        "PHONE,       tel: 030 123456,       030 123456",
        "COMPANY,     '  Acme Ltd ',         Acme Ltd",
        "COUNTRY,     Deutschland,           Germany",
        "COUNTRY,     de,                    Germany",
        "COUNTRY,     Atlantis,              Atlantis",
        "EXTERNAL_ID, ' 00Q-17 ',            00Q-17"
    })
    void a_value_has_one_form(Field field, String given, String normal) {
        assertThat(facts(checked(Origin.Kind.API, "externalId", "x1", field.key(), given)))
                .containsEntry(field.key(), normal);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "EMAIL,       n/a",
        "EMAIL,       none@none.com",
        "PHONE,       00000",
        "PHONE,       unknown",
        "EXTERNAL_ID, '#N/A'",
        "NUMBER,      -"
    })
    void a_placeholder_counts_as_not_given_and_is_kept_beside_the_facts(Field field, String given) {
        // when
        CheckedCapture checked = checked(
                Origin.Kind.API,
                field == Field.EXTERNAL_ID ? "email" : "externalId",
                "ada@example.org",
                field.key(),
                given);

        // then
        assertThat(checked.violations()).isEmpty();
        assertThat(facts(checked)).doesNotContainKey(field.key()).containsEntry(field.key() + " (as sent)", given);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "EMAIL,        not an address",
        "PHONE,        12",
        "EXTERNAL_ID,  1.23457E+11",
        "NO_MAIL,      perhaps",
        "MAIL_CONSENT, 2026-03-09"
    })
    void what_cannot_be_read_is_refused_with_its_field(Field field, String given) {
        assertThat(checked(Origin.Kind.API, "company", "Acme", field.key(), given)
                        .violations())
                .extracting(Violation::field)
                .contains(field.key());
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        // when
        CheckedCapture checked = checked(Origin.Kind.API, "email", "nowhere", "phone", "1", "company", "x".repeat(201));

        // then
        assertThat(checked.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("email", "phone", "company");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"email, ada@example.org", "externalId, x1", "phone, 030 1234567"})
    void an_address_a_phone_or_an_id_identifies_a_lead(String field, String value) {
        assertThat(checked(Origin.Kind.API, "company", "Acme", field, value).violations())
                .isEmpty();
    }

    @Test
    void what_identifies_nobody_is_refused_unless_something_else_is_wrong_already() {
        assertThat(checked(Origin.Kind.API, "company", "Acme").violations())
                .extracting(Violation::field)
                .containsExactly("email");
        assertThat(checked(Origin.Kind.API, "phone", "1").violations())
                .extracting(Violation::field)
                .containsExactly("phone");
    }

    @Test
    void a_phone_is_read_in_the_country_of_its_record_and_at_home_without_one() {
        assertThat(checked(Origin.Kind.API, "phone", "030 1234567").phoneE164()).isEqualTo("+49301234567");
        assertThat(checked(Origin.Kind.API, "country", "Austria", "phone", "01 5122345")
                        .phoneE164())
                .isEqualTo("+4315122345");
        assertThat(checked(Origin.Kind.API, "email", "ada@example.org", "phone", "333")
                        .phoneE164())
                .isNull();
    }

    @Test
    void a_file_loses_nothing_for_a_cell_that_does_not_fit() {
        // given
        visitsAreFromNothingTo("1000");

        // when
        CheckedCapture checked =
                checked(Origin.Kind.IMPORT, "email", "ada@example.org", "phone", "ask", "visits", "many");

        // then
        assertThat(checked.violations()).isEmpty();
        assertThat(facts(checked))
                .doesNotContainKeys("phone", "visits")
                .containsEntry("Phone", "ask")
                .containsEntry("Visits", "many");
    }

    @ParameterizedTest(name = "{0} visits")
    @CsvSource({"many, false", "-1, false", "1001, false", "1000, true", "0, true", "12.50, true"})
    void a_number_lies_within_its_bounds(String visits, boolean taken) {
        // given
        visitsAreFromNothingTo("1000");

        // then
        assertThat(checked(Origin.Kind.API, "email", "ada@example.org", "visits", visits)
                        .violations()
                        .isEmpty())
                .isEqualTo(taken);
    }

    @Test
    void a_number_is_kept_without_what_says_nothing() {
        // given
        visitsAreFromNothingTo("1000");

        // then
        assertThat(facts(checked(Origin.Kind.API, "email", "ada@example.org", "visits", "12.50")))
                .containsEntry("visits", "12.5");
        assertThat(facts(checked(Origin.Kind.API, "email", "ada@example.org", "visits", "100")))
                .containsEntry("visits", "100");
    }

    @Test
    void a_listed_word_is_kept_in_the_lists_spelling() {
        // given
        when(definitions.canonical("seniority", "c level")).thenReturn(Optional.of("C-Level"));

        // then
        assertThat(facts(checked(Origin.Kind.API, "email", "ada@example.org", "seniority", "c level")))
                .containsEntry("seniority", "C-Level");
    }

    @Test
    void the_source_is_the_records_own_and_else_that_of_its_origin() {
        // given
        Origin origin = new Origin("crm", Origin.Kind.API, "webinar", null, null);

        // then
        assertThat(facts(check.check(capture("email", "ada@example.org"), origin)))
                .containsEntry("source", "webinar");
        assertThat(facts(check.check(capture("email", "ada@example.org", "source", "fair"), origin)))
                .containsEntry("source", "fair");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "NO_MAIL,      yes, MAIL, false",
        "NO_CALL,      1,   CALL, false",
        "MAIL_CONSENT, ja,  MAIL, true",
        "CALL_CONSENT, x,   CALL, true"
    })
    void a_switch_is_a_statement_about_its_channel(Field field, String given, Channel channel, boolean agrees) {
        assertThat(checked(Origin.Kind.API, "email", "ada@example.org", field.key(), given)
                        .statements())
                .extracting(Statement::channel, Statement::given)
                .containsExactly(tuple(channel, agrees));
    }

    @Test
    void do_not_contact_objects_on_both_channels_and_a_switch_that_is_off_says_nothing() {
        assertThat(checked(Origin.Kind.API, "email", "ada@example.org", "doNotContact", "yes")
                        .statements())
                .extracting(Statement::channel, Statement::given)
                .containsExactlyInAnyOrder(tuple(Channel.MAIL, false), tuple(Channel.CALL, false));
        assertThat(checked(Origin.Kind.API, "email", "ada@example.org", "doNotContact", "no")
                        .statements())
                .isEmpty();
    }

    @Test
    void a_record_lies_not_ahead_of_the_clock() {
        // given
        Capture soon = new Capture(Map.of(Field.EMAIL, "ada@example.org"), List.of(), List.of(), monday("10:05"));
        Capture later = new Capture(
                Map.of(Field.EMAIL, "ada@example.org"),
                List.of(),
                List.of(),
                monday("10:05").plus(Duration.ofMillis(1)));

        // then: clocks of two machines may differ by five minutes
        assertThat(check.check(soon, origin(Origin.Kind.API)).violations()).isEmpty();
        assertThat(check.check(later, origin(Origin.Kind.API)).violations())
                .extracting(Violation::field)
                .containsExactly("capturedAt");
    }

    @Test
    void what_matches_no_field_stays_beside_the_facts_under_its_own_name() {
        // given
        Capture capture = new Capture(
                Map.of(Field.EMAIL, "ada@example.org"),
                List.of(
                        new Attribute("Shoe size", " 42 "),
                        new Attribute("Shoe size", "43"),
                        new Attribute(" ", "x"),
                        new Attribute("Empty", " "),
                        new Attribute("email", "other")),
                List.of(),
                null);

        // then
        assertThat(facts(check.check(capture, origin(Origin.Kind.API))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("email", "ada@example.org", "Shoe size", "42", "email (as sent)", "other"));
    }

    @Test
    void a_record_of_five_hundred_fields_is_enough() {
        // given
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            attributes.add(new Attribute("a" + i, "x"));
        }
        Capture capture = new Capture(Map.of(Field.EMAIL, "ada@example.org"), attributes, List.of(), null);

        // then
        assertThat(check.check(capture, origin(Origin.Kind.API)).violations())
                .extracting(Violation::field)
                .containsExactly("a499");
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"EXTERNAL_ID", "NUMBER", "VISITS", "PROFILE_SCORE", "ACTIVITY_SCORE", "LAST_ACTIVITY"})
    void an_anonymous_form_says_nothing_of_what_only_the_company_knows(Field field) {
        // when
        CheckedCapture checked = checked(Origin.Kind.FORM, "email", "ada@example.org", field.key(), "7");

        // then
        assertThat(facts(checked)).doesNotContainKey(field.key()).containsEntry(field.key() + " (as sent)", "7");
    }

    @Test
    void the_same_record_has_the_same_hash_however_it_was_written() {
        // given
        CheckedCapture one =
                checked(Origin.Kind.API, "email", "Ada@Example.org", "company", "Acme", "doNotCall", "yes");
        CheckedCapture other =
                checked(Origin.Kind.API, "doNotCall", "ja", "company", " Acme ", "email", "ada@example.org");

        // then
        assertThat(one.hash()).isEqualTo(other.hash());
        assertThat(one.hash())
                .isNotEqualTo(checked(Origin.Kind.API, "email", "ada@example.org", "company", "Acme")
                        .hash())
                .isNotEqualTo(checked(Origin.Kind.API, "email", "ada@example.org", "company", "Acme", "doNotCall", "no")
                        .hash());
    }

    @Test
    void a_name_in_parts_is_the_same_record_as_the_name_beside_its_parts() {
        // given
        CheckedCapture parts =
                checked(Origin.Kind.API, "email", "ada@example.org", "firstName", "Ada", "lastName", "Byron");
        CheckedCapture whole = checked(
                Origin.Kind.API,
                "email",
                "ada@example.org",
                "firstName",
                "Ada",
                "lastName",
                "Byron",
                "name",
                "Ada Byron");

        // then
        assertThat(parts.value(Field.NAME)).isEqualTo("Ada Byron");
        assertThat(parts.hash()).isEqualTo(whole.hash());
    }

    private void visitsAreFromNothingTo(String most) {
        when(definitions.find("visits"))
                .thenReturn(Optional.of(new FactDefinition(
                        "visits",
                        "Visits",
                        null,
                        FactDefinition.Type.NUMBER,
                        true,
                        BigDecimal.ZERO,
                        new BigDecimal(most),
                        List.of())));
    }

    private CheckedCapture checked(Origin.Kind kind, String... namesAndValues) {
        return check.check(capture(namesAndValues), origin(kind));
    }

    private static Origin origin(Origin.Kind kind) {
        return new Origin("crm", kind, null, null, null);
    }

    private static Capture capture(String... namesAndValues) {
        Map<Field, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(Field.of(namesAndValues[i]).orElseThrow(), namesAndValues[i + 1]);
        }
        return new Capture(fields, List.of(), List.of(), null);
    }

    private static Map<String, String> facts(CheckedCapture checked) {
        Map<String, String> facts = new LinkedHashMap<>();
        checked.facts().forEach((name, known) -> facts.put(name, known.value()));
        return facts;
    }
}
