package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class NewerFactTest {

    @Autowired
    LeadCapture captures;

    @Autowired
    LeadCards cards;

    @Autowired
    FactCorrections corrections;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateDecisions decisions;

    @Autowired
    CurrentPerson person;

    @Autowired
    Cast cast;

    @Autowired
    Clock clock;

    private final String word = "n" + UUID.randomUUID().toString().replace("-", "");
    private final Origin crm = new Origin("crm-" + word, Origin.Kind.API, null, null, null);
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void marketing() {
        cast.actingAs(cast.person("mara", Roles.MARKETING));
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void an_older_record_replaces_no_newer_fact_and_the_history_tells_of_it() {
        // given
        UUID lead = take(crm, at(-8), email("a"), Field.CITY, "Neustadt", Field.SOURCE, "Fair");

        // when
        Captured older = captures.capture(
                capture(at(-600), email("a"), Field.CITY, "Altdorf", Field.SOURCE, "Web", Field.COMPANY, "Au AG"), crm);

        // then
        LeadCard card = cards.card(lead);
        assertThat(card.city()).isEqualTo("Neustadt");
        assertThat(card.source()).isEqualTo("Fair");
        assertThat(card.company()).as("a gap is filled").isEqualTo("Au AG");
        assertThat(older.changes()).extracting(FactChange::name).containsExactly("company");
        assertThat(card.oldFacts())
                .filteredOn(each -> each.name().equals("city"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.value()).isEqualTo("Altdorf");
                    assertThat(each.at()).isEqualTo(at(-600));
                    assertThat(each.wasCurrent()).isFalse();
                });
        assertThat(card.capturedAt()).isEqualTo(at(-8));
    }

    @Test
    void a_newer_fact_among_older_ones_is_taken() {
        UUID lead = take(crm, at(-10), email("b"), Field.CITY, "Ulm", Field.PHONE, "030 9018201");
        take(crm, at(-4), email("b"), Field.CITY, "Bonn");

        take(crm, at(-7), email("b"), Field.CITY, "Trier", Field.PHONE, "030 9018202");

        LeadCard card = cards.card(lead);
        assertThat(card.city()).isEqualTo("Bonn");
        assertThat(card.phone()).isEqualTo("030 9018202");
    }

    @Test
    void the_moment_of_an_origin_counts_where_a_record_has_none() {
        UUID lead = take(crm, at(-5), email("c"), Field.CITY, "Ulm");
        Origin stale = new Origin("list-" + word, Origin.Kind.IMPORT, null, "mara", null, at(-300));

        take(stale, null, email("c"), Field.CITY, "Altdorf", Field.TITLE, "Baker");
        take(stale, at(-1), email("c"), Field.CITY, "Bonn");

        LeadCard card = cards.card(lead);
        assertThat(card.city()).as("the record's own moment is newer").isEqualTo("Bonn");
        assertThat(fact(card, "title").at()).isEqualTo(at(-300));
    }

    @Test
    void of_one_moment_the_record_that_came_later_wins() {
        UUID lead = take(crm, at(-5), email("d"), Field.CITY, "Ulm");

        take(crm, at(-5), email("d"), Field.CITY, "Bonn");

        assertThat(cards.card(lead).city()).isEqualTo("Bonn");
    }

    @Test
    void a_moment_of_a_clock_that_goes_ahead_is_now_and_one_in_the_future_is_refused() {
        Instant now = clock.instant();
        UUID lead = take(crm, now.plusSeconds(240), email("e"), Field.CITY, "Ulm");

        assertThat(fact(cards.card(lead), "city").at()).isBeforeOrEqualTo(clock.instant());
        assertThatThrownBy(() -> take(crm, now.plusSeconds(600), email("e"), Field.CITY, "Bonn"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("capturedAt");
    }

    @Test
    void a_correction_stays_whatever_comes_later() {
        UUID lead = take(crm, at(-5), email("f"), Field.LAST_NAME, "Falsch", Field.CITY, "Ulm");
        corrections.correct(lead, "lastName", "Richtig", actor());

        take(crm, at(0), email("f"), Field.FIRST_NAME, "Ida", Field.LAST_NAME, "Falscher");

        LeadCard card = cards.card(lead);
        assertThat(card.lastName()).isEqualTo("Richtig");
        assertThat(card.name()).isEqualTo("Ida Richtig");
    }

    @Test
    void a_record_with_only_a_last_name_changes_the_name_in_every_list() {
        UUID lead = take(crm, at(-5), email("g"), Field.FIRST_NAME, "Ida", Field.LAST_NAME, "Vorher");

        take(crm, at(-4), email("g"), Field.LAST_NAME, "Nachher" + word);

        String name = "Ida Nachher" + word;
        LeadCard card = cards.card(lead);
        assertThat(card.name()).isEqualTo(name);
        assertThat(fact(card, "name").value()).isEqualTo(name);
        assertThat(cards.page(query("nachher" + word), actor()).items())
                .extracting(LeadRow::name)
                .containsExactly(name);
    }

    @Test
    void a_full_name_that_contradicts_its_parts_puts_them_among_the_earlier_values() {
        UUID lead = take(crm, at(-5), email("h"), Field.FIRST_NAME, "Ida", Field.LAST_NAME, "Vorher");

        take(crm, at(-4), email("h"), Field.NAME, "Ida Nachher");

        LeadCard card = cards.card(lead);
        assertThat(card.name()).isEqualTo("Ida Nachher");
        assertThat(card.firstName()).isEqualTo("Ida");
        assertThat(card.lastName()).isNull();
        assertThat(card.oldFacts()).anySatisfy(each -> {
            assertThat(each.name()).isEqualTo("lastName");
            assertThat(each.value()).isEqualTo("Vorher");
        });
    }

    /** Some values are equal on purpose: that something still held later is a newer fact too. */
    @Test
    void three_records_give_the_same_facts_in_any_order() {
        List<Capture> records = List.of(
                capture(
                        at(-9),
                        "x",
                        Field.FIRST_NAME,
                        "Ida",
                        Field.LAST_NAME,
                        "Vorher",
                        Field.CITY,
                        "Ulm",
                        Field.COMPANY,
                        "Au AG",
                        Field.SOURCE,
                        "Fair"),
                capture(at(-6), "x", Field.NAME, "Ida Maria Mitte", Field.CITY, "Bonn", Field.COMPANY_SIZE, "20"),
                capture(
                        at(-3),
                        "x",
                        Field.LAST_NAME,
                        "Nachher",
                        Field.CITY,
                        "Ulm",
                        Field.COMPANY,
                        "Bach AG",
                        Field.SOURCE,
                        "Web"));
        List<Map<String, String>> outcomes = new ArrayList<>();
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            String email = email("order" + outcomes.size());
            UUID lead = null;
            for (int each : order) {
                Map<Field, String> fields = new EnumMap<>(records.get(each).fields());
                fields.put(Field.EMAIL, email);
                lead = captures.capture(
                                new Capture(
                                        fields,
                                        List.of(),
                                        List.of(),
                                        records.get(each).at()),
                                crm)
                        .leadId();
            }
            outcomes.add(said(cards.card(lead)));
        }

        assertThat(outcomes).allSatisfy(each -> assertThat(each).isEqualTo(outcomes.get(0)));
        assertThat(outcomes.get(0))
                .containsEntry("name", "Ida Nachher")
                .containsEntry("city", "Ulm")
                .containsEntry("company", "Bach AG")
                .containsEntry("companySize", "20");
    }

    @Test
    void a_record_that_waited_for_a_decision_is_as_old_as_it_was_when_it_came() {
        // given
        UUID one = take(crm, at(-9), email("w"), Field.CITY, "Ulm");
        UUID two = take(crm, at(-9), null, Field.EXTERNAL_ID, "w1", Field.CITY, "Bonn");
        Captured waits = captures.capture(
                capture(at(-8), email("w"), Field.EXTERNAL_ID, "w1", Field.CITY, "Trier", Field.TITLE, "Baker"), crm);
        take(crm, at(-2), email("w"), Field.CITY, "Köln");

        // when
        decisions.keepApart(caseOf(one, two), one, actor());

        // then
        assertThat(waits.outcome()).isEqualTo(Captured.Outcome.TO_DECIDE);
        LeadCard card = cards.card(one);
        assertThat(card.city()).isEqualTo("Köln");
        assertThat(card.title()).isEqualTo("Baker");
        assertThat(fact(card, "title").at()).isEqualTo(at(-8));
    }

    @Test
    void of_two_leads_that_are_merged_the_newer_fact_wins_but_a_correction_first() {
        // given
        String number = "+49 30 9018" + (1000 + Math.floorMod(word.hashCode(), 9000));
        UUID one = take(
                crm,
                at(-9),
                email("m1"),
                Field.NAME,
                "Mia " + word,
                Field.PHONE,
                number,
                Field.CITY,
                "Ulm",
                Field.COMPANY,
                "Au AG");
        UUID two = take(
                crm,
                at(-3),
                email("m2"),
                Field.NAME,
                "Mia " + word,
                Field.PHONE,
                number,
                Field.CITY,
                "Bonn",
                Field.COMPANY,
                "Bach AG",
                Field.TITLE,
                "Baker");
        corrections.correct(one, "company", "Chor AG", actor());

        // when
        decisions.merge(caseOf(one, two), one, actor());

        // then
        LeadCard card = cards.card(one);
        assertThat(card.city()).isEqualTo("Bonn");
        assertThat(card.company()).isEqualTo("Chor AG");
        assertThat(card.title()).isEqualTo("Baker");
        assertThat(card.oldFacts())
                .extracting(OldFact::name, OldFact::value, OldFact::wasCurrent)
                .contains(Tuple.tuple("city", "Ulm", true), Tuple.tuple("company", "Bach AG", false));
    }

    private UUID caseOf(UUID one, UUID two) {
        return duplicates.open(0, 1000).items().stream()
                .filter(each -> List.of(each.leadA(), each.leadB()).containsAll(List.of(one, two)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Map<String, String> said(LeadCard card) {
        Map<String, String> said = new TreeMap<>();
        card.facts().stream()
                .filter(each -> !each.name().equals("email"))
                .forEach(each -> said.put(each.name(), each.value()));
        return said;
    }

    private static FactView fact(LeadCard card, String name) {
        return card.facts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID take(Origin origin, Instant at, String email, Object... values) {
        return captures.capture(capture(at, email, values), origin).leadId();
    }

    private Capture capture(Instant at, String email, Object... values) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (email != null) {
            fields.put(Field.EMAIL, email);
        }
        for (int i = 0; i < values.length; i += 2) {
            fields.put((Field) values[i], (String) values[i + 1]);
        }
        return new Capture(fields, List.of(), List.of(), at);
    }

    private LeadQuery query(String words) {
        return new LeadQuery(words, null, null, null, null, null, null, 0, 10, "-capturedAt");
    }

    private Instant at(int hours) {
        return now.plus(hours, ChronoUnit.HOURS);
    }

    private Actor actor() {
        return person.get();
    }

    private String email(String who) {
        return who + "@" + word + ".example";
    }
}
