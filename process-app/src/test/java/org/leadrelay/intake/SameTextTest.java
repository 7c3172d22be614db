package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.CaptureCheck;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.Captured.Outcome;
import org.leadrelay.lead.DuplicateCase;
import org.leadrelay.lead.DuplicateDecisions;
import org.leadrelay.lead.Duplicates;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Text means one thing from the record that comes in to the list that shows it. */
@ProductTest
class SameTextTest {

    @Autowired
    LeadCapture captures;

    @Autowired
    CaptureCheck check;

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
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final Origin file = new Origin("file-" + word, Origin.Kind.IMPORT, null, "mara", null);

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
    }

    @Test
    void an_address_with_an_invisible_character_is_the_same_address() {
        // given
        Captured first = capture(Map.of(Field.EMAIL, word + "@example.org"));

        // when
        List<UUID> others = new ArrayList<>();
        for (String each : List.of(
                word + "\u200B@example.org",
                word + "@exam\u00ADple.org",
                "\uFEFF" + word + "@example.org",
                word.toUpperCase(Locale.ROOT) + "＠ｅｘａｍｐｌｅ．ｏｒｇ")) {
            others.add(capture(Map.of(Field.EMAIL, each, Field.CITY, each)).leadId());
        }

        // then
        assertThat(others).containsOnly(first.leadId());
    }

    @Test
    void people_with_placeholders_are_people_each() {
        // when
        List<UUID> found = new ArrayList<>();
        for (String each : List.of("N/A", "N/A", "NULL", "NULL", "0", "keine")) {
            found.add(capture(Map.of(Field.EXTERNAL_ID, each, Field.EMAIL, word + found.size() + "@example.org"))
                    .leadId());
        }

        // then
        assertThat(found).doesNotHaveDuplicates();
        assertThat(cards.card(found.get(0)).externalId()).isNull();
        assertThat(cards.card(found.get(0)).facts())
                .extracting(FactView::name, FactView::value)
                .contains(tuple("externalId (as sent)", "N/A"));
    }

    @Test
    void people_with_placeholder_addresses_are_people_each() {
        // when
        UUID one = capture(Map.of(Field.EMAIL, "none@none.com", Field.EXTERNAL_ID, "1"))
                .leadId();
        UUID two = capture(Map.of(Field.EMAIL, "none@none.com", Field.EXTERNAL_ID, "2"))
                .leadId();

        // then
        assertThat(one).isNotEqualTo(two);
        assertThat(cards.card(two).email()).isNull();
    }

    @Test
    void an_id_that_a_spreadsheet_damaged_is_refused_with_the_remedy() {
        for (String each : List.of("1.23457E+11", "1,23E+11", "1.2E5")) {
            // when
            List<Invalid.Violation> violations = check.check(
                            new Capture(
                                    Map.of(Field.EXTERNAL_ID, each, Field.EMAIL, word + "@example.org"),
                                    List.of(),
                                    List.of(),
                                    null),
                            file)
                    .violations();

            // then
            assertThat(violations).singleElement().satisfies(wrong -> {
                assertThat(wrong.field()).isEqualTo("externalId");
                assertThat(wrong.message()).contains(each, "as text");
            });
        }
    }

    @Test
    void one_name_in_any_form_with_one_number_is_a_pair_to_decide() {
        // given
        String number = "+49 30 " + (10_000_000 + Math.floorMod(word.hashCode(), 80_000_000));
        UUID one = capture(Map.of(Field.EXTERNAL_ID, "a" + word, Field.NAME, "Änne Öztürk", Field.PHONE, number))
                .leadId();

        // when
        UUID created = capture(Map.of(
                        Field.EXTERNAL_ID,
                        "b" + word,
                        Field.NAME,
                        "A\u0308NNE  O\u0308ztu\u0308rk",
                        Field.PHONE,
                        number.replace(' ', '\u00A0')))
                .leadId();
        UUID joined = capture(Map.of(Field.EXTERNAL_ID, "c" + word)).leadId();
        capture(Map.of(
                Field.EXTERNAL_ID, "c" + word,
                Field.NAME, "änne öztürk",
                Field.PHONE, "\u202A" + number + "\u202C"));

        // then
        assertThat(pairs()).contains(Set.of(one, created), Set.of(one, joined));
    }

    @Test
    void every_spelling_of_a_name_finds_every_other() throws Exception {
        // given
        int id = 0;
        for (String each : List.of("Muller", "Mueller", "Müller", "Mu\u0308ller", "MÜLLER")) {
            capture(Map.of(Field.EXTERNAL_ID, word + ++id, Field.NAME, each + " " + word));
        }

        // then
        for (String asked : List.of("Muller", "mueller", "Müller", "MÜLLER", "mu\u0308ller")) {
            assertThat(names("q", asked + " " + word)).as(asked).hasSize(5);
        }
    }

    @Test
    void leads_are_listed_by_the_alphabet_of_people() throws Exception {
        // given
        List<String> sorted = List.of(
                "Abel", "Ärmel", "Axt", "éclair", "Ernst", "Łukasz", "Lutz", "Maß", "Öztürk", "Ozzy", "Team 2",
                "Team 10", "Zander");
        for (String each : sorted.stream().sorted().toList()) {
            capture(Map.of(Field.EXTERNAL_ID, each, Field.NAME, each, Field.COMPANY, word));
        }

        // when
        List<String> up = names("q", word, "sort", "name");
        List<String> down = names("q", word, "sort", "-name");

        // then
        assertThat(up).isEqualTo(sorted);
        List<String> reversed = new ArrayList<>(sorted);
        Collections.reverse(reversed);
        assertThat(down).isEqualTo(reversed);
    }

    @Test
    void a_merge_forgets_no_address_and_a_correction_only_the_wrong_one() {
        // given
        String kept = word + "a@example.org";
        String merged = word + "b@example.org";
        UUID one = capture(Map.of(Field.EMAIL, kept)).leadId();
        UUID two = capture(Map.of(Field.EMAIL, merged, Field.EXTERNAL_ID, "x" + word))
                .leadId();
        capture(Map.of(Field.EMAIL, kept, Field.EXTERNAL_ID, "x" + word));
        decisions.merge(caseOf(one, two), one, mara());
        assertThat(cards.card(one).otherEmails()).containsExactly(merged);

        // when
        corrections.correct(one, "email", word + "c@example.org", mara());

        // then
        assertThat(cards.card(one).otherEmails()).containsExactly(merged);
        assertThat(capture(Map.of(Field.EMAIL, merged, Field.CITY, "Ulm")).leadId())
                .isEqualTo(one);
        Captured wrong = capture(Map.of(Field.EMAIL, kept));
        assertThat(wrong.outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void a_placeholder_alone_identifies_nobody() {
        assertThat(catchThrowable(() -> capture(Map.of(Field.EMAIL, "none@none.com"))))
                .isInstanceOf(Invalid.class);
    }

    private Actor mara() {
        cast.actingAs("mara");
        try {
            return person.get();
        } finally {
            cast.actingAsNobody();
        }
    }

    private Captured capture(Map<Field, String> fields) {
        return captures.capture(new Capture(fields, List.<Attribute>of(), List.of(), null), file);
    }

    private List<Set<UUID>> pairs() {
        return duplicates.open(0, 500).items().stream()
                .map(each -> Set.of(each.leadA(), each.leadB()))
                .toList();
    }

    private UUID caseOf(UUID one, UUID other) {
        return duplicates.open(0, 500).items().stream()
                .filter(each -> Set.of(each.leadA(), each.leadB()).equals(Set.of(one, other)))
                .map(DuplicateCase::id)
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String... parameters) throws Exception {
        MockHttpServletRequestBuilder request = get("/api/leads").with(httpBasic("mara", Cast.PASSWORD));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        JsonNode answer = json.readTree(
                mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        List<String> names = new ArrayList<>();
        answer.get("items").forEach(each -> names.add(each.get("name").asText()));
        return names;
    }
}
