package org.leadrelay.promise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.promise.report.PromiseSummary.Bar;
import org.leadrelay.promise.report.PromiseSummary.Minutes;
import org.leadrelay.promise.report.PromiseSummary.Tally;
import org.leadrelay.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What both sides promised on one Monday, summed up. */
class PromiseReportsTest extends JourneyTest {

    private static final String CONTACT = "Activity_MakeContact";

    /** Every test has a January of its own, for the database keeps what others left. */
    private static final AtomicInteger YEARS = new AtomicInteger(2031);

    @Autowired
    PromiseReports reports;

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    RolePermissions permissions;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    MockMvc mvc;

    private LocalDate monday;
    private PromiseFilter all;
    private UUID late;
    private String rep;

    @BeforeEach
    void a_monday() {
        monday = LocalDate.of(YEARS.incrementAndGet(), 1, 10).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        all = PromiseFilter.between(monday, monday.plusDays(20));
        journeys.setClock(monday.atTime(9, 0).toInstant(ZoneOffset.UTC));
        UUID kept = acceptedLead();
        journeys.advance(Duration.ofMinutes(40));
        asHolder(kept, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        late = acceptedLead();
        rep = journeys.assignee(late, CONTACT);
        journeys.fire(late, "Event_ContactOverdue");
        journeys.advance(Duration.ofMinutes(25));
        asHolder(late, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        readyLead();
        sweeps.stream()
                .filter(each -> each.getClass().getSimpleName().startsWith("TimeAttributionJob"))
                .forEach(Sweep::sweep);
    }

    @Test
    void both_sides_are_summed_up_by_clause_source_rep_and_week() {
        // given
        cast.actingAs("max");

        // when
        PromiseSummary summary = reports.summary(all);

        // then
        assertThat(summary.all().kept()).isEqualTo(3);
        assertThat(summary.all().broken()).isEqualTo(1);
        assertThat(summary.all().open()).isEqualTo(3);
        assertThat(summary.all().share()).isEqualTo(75.0);
        assertThat(summary.all().unexplained()).isEqualTo(1);
        assertThat(summary.all().dueToday()).isEqualTo(1);
        Tally contact = of(summary.clauses(), "makeContact");
        assertThat(contact.broken()).isEqualTo(1);
        assertThat(contact.late().unopened()).isEqualTo(25);
        assertThat(contact.late().total()).isEqualTo(25);
        assertThat(of(summary.weeks(), monday.toString()).kept()).isEqualTo(3);
        assertThat(of(summary.reps(), rep).broken()).isEqualTo(1);
        assertThat(summary.sources()).extracting(Tally::total).containsExactly(7L);
        assertThat(summary.reps().stream().mapToLong(Tally::total).sum()).isEqualTo(7);
    }

    @Test
    void however_they_are_grouped_they_add_up_to_the_same() {
        // given: two sources, and one promise of nobody
        jdbc.sql("update lead set source = 'Fair' where id = ?").param(late).update();
        jdbc.sql("update promise set holder = null where lead_id = ? and state = 'kept'")
                .param(late)
                .update();
        cast.actingAs("max");

        // when
        PromiseSummary summary = reports.summary(all);

        // then
        assertThat(summary.all()).isEqualTo(reports.sum(all));
        assertThat(summary.sources()).extracting(Tally::key).containsExactlyInAnyOrder("Fair", "Web");
        assertThat(of(summary.sources(), "Fair").broken()).isEqualTo(1);
        assertThat(summary.reps()).extracting(Tally::key).containsNull();
        for (List<Tally> groups : List.of(summary.clauses(), summary.sources(), summary.reps(), summary.weeks())) {
            assertThat(groups.stream().mapToLong(Tally::total).sum())
                    .isEqualTo(summary.all().total());
            assertThat(groups.stream().mapToLong(each -> each.late().total()).sum())
                    .isEqualTo(25);
            assertThat(groups.stream().mapToLong(Tally::unexplained).sum()).isEqualTo(1);
            assertThat(groups.stream().mapToLong(Tally::dueToday).sum()).isEqualTo(1);
        }
        assertThat(reports.choices(all).sources()).containsExactly("Fair", "Web");
    }

    @Test
    void of_days_without_promises_everything_is_nought() {
        // given
        cast.actingAs("max");
        PromiseFilter empty = PromiseFilter.between(monday.minusDays(400), monday.minusDays(399));

        // when
        PromiseSummary summary = reports.summary(empty);

        // then
        assertThat(summary.all().total()).isZero();
        assertThat(summary.clauses()).isEmpty();
        assertThat(summary.weeks()).isEmpty();
        assertThat(reports.sum(empty)).isEqualTo(summary.all());
        assertThat(reports.choices(empty).clauses()).isEmpty();
    }

    @Test
    void response_time_is_a_distribution() {
        // given
        cast.actingAs("max");

        // when
        PromiseSummary.Response response = reports.summary(all).response();

        // then
        assertThat(response.completed()).isEqualTo(4);
        assertThat(response.mean()).isEqualTo((0 + 0 + 40 + 145) / 4.0);
        assertThat(response.median()).isEqualTo(20.0);
        assertThat(response.histogram()).contains(new Bar(0, 15L, 2), new Bar(30, 60L, 1), new Bar(120, 240L, 1));
        assertThat(response.histogram().stream().mapToLong(Bar::count).sum()).isEqualTo(4);
    }

    @Test
    void filters_narrow_the_list_and_the_sums_alike() {
        // given
        cast.actingAs("max");
        PromiseFilter contact = new PromiseFilter(
                monday, monday, null, "sales", "makeContact", rep, null, "Web", monday, "broken", null);

        // when
        Page<PromiseLine> page = reports.page(contact, PromiseOrder.USUAL, 0, 50);

        // then
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items()).extracting(PromiseLine::leadId).containsExactly(late);
        assertThat(page.items().get(0).lateMinutes()).isEqualTo(25);
        assertThat(page.items().get(0).responseMinutes()).isEqualTo(145);
        assertThat(page.items().get(0).lead()).isEqualTo("Grace Example");
        assertThat(reports.summary(contact).all().total()).isEqualTo(1);
        assertThat(reports.page(
                                new PromiseFilter(
                                        monday,
                                        monday.plusDays(20),
                                        null,
                                        "marketing",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                PromiseOrder.USUAL,
                                0,
                                50)
                        .total())
                .isZero();
        assertThat(reports.sum(contact)).isEqualTo(reports.summary(contact).all());
        PromiseReports.Choices choices = reports.choices(all.state("broken"));
        assertThat(choices.sources()).containsExactly("Web");
        assertThat(choices.sides()).contains("sales").doesNotHaveDuplicates();
        assertThat(choices.reps()).contains(rep).doesNotHaveDuplicates();
        assertThat(choices.clauses())
                .containsExactlyElementsOf(reports.summary(all).clauses().stream()
                        .map(each -> String.valueOf(each.key()))
                        .sorted()
                        .toList());
        assertThat(reports.page(all.state("unexplained"), PromiseOrder.USUAL, 0, 50)
                        .total())
                .isEqualTo(1);
        assertThat(reports.page(all.state("dueToday"), PromiseOrder.USUAL, 0, 50)
                        .total())
                .isEqualTo(1);
        assertThat(reports.page(all.state("late"), PromiseOrder.USUAL, 0, 50).items())
                .extracting(PromiseLine::late)
                .containsExactly(new Minutes(0, 25, 0, 0, 0));
    }

    @Test
    void the_promises_of_a_role_count_on_the_side_that_it_was_given() {
        // given
        cast.actingAs("max");
        PromiseFilter sales = ofSide("sales");
        long before = reports.sum(sales).total();

        // when
        side(RoleSide.SALES);
        jdbc.sql("update promise set role = 'partner' where lead_id = ? and clause = 'makeContact'")
                .param(late)
                .update();
        try {
            // then
            assertThat(reports.sum(sales).total()).isEqualTo(before);
            assertThat(reports.choices(all).sides()).contains("sales").doesNotContain("partner", "sales-rep");

            // and when it is of neither
            side(RoleSide.NEITHER);

            // then
            assertThat(reports.sum(sales).total()).isEqualTo(before - 1);
            assertThat(reports.sum(ofSide("partner")).total()).isEqualTo(1);
            assertThat(reports.sum(ofSide("neither")).total()).isPositive();
            assertThat(reports.choices(all).sides()).contains("sales", "partner");
        } finally {
            jdbc.sql("update promise set role = 'sales-rep' where role = 'partner'")
                    .update();
            jdbc.sql("delete from role where name = 'partner'").update();
        }
    }

    private void side(RoleSide side) {
        currentPerson.as(
                Actor.SYSTEM, () -> permissions.save(new Roles.Role("partner", "Partner", "Partner", "", side)));
    }

    private PromiseFilter ofSide(String side) {
        return new PromiseFilter(all.from(), all.to(), null, side, null, null, null, null, null, null, null);
    }

    @Test
    void the_list_and_its_file_are_sorted_by_any_column_either_way() throws Exception {
        // given
        cast.actingAs("max");
        List<PromiseLine> usual = reports.page(all, PromiseOrder.USUAL, 0, 50).items();

        // then
        for (String column : PromiseOrder.COLUMNS) {
            for (String order : List.of(column, "-" + column)) {
                assertThat(reports.page(all, order, 0, 50).items()).containsExactlyInAnyOrderElementsOf(usual);
            }
        }
        assertThat(reports.page(all, "due", 0, 50).items()).isSortedAccordingTo(Comparator.comparing(PromiseLine::due));
        assertThat(reports.page(all, "-response", 0, 50).items())
                .extracting(PromiseLine::responseMinutes)
                .containsExactly(145L, 40L, 0L, 0L, null, null, null);
        assertThat(reports.page(all, "late", 0, 50).items().get(0).lateMinutes())
                .isEqualTo(25);
        assertThat(reports.page(all, "state", 0, 50).items())
                .extracting(PromiseLine::state)
                .containsExactly("open", "open", "open", "broken", "kept", "kept", "kept");
        mvc.perform(get("/api/promises.csv?sort=-late&from={from}&to={from}", monday, monday)
                        .header("Authorization", basic("max")))
                .andExpect(content().string(matchesPattern("(?s)[^\\n]*\\n" + "[^,]*," + late + ",.*")));
        mvc.perform(get("/api/promises?sort=words").header("Authorization", basic("max")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("sort"));
    }

    @Test
    void behind_each_bar_of_the_distribution_are_as_many_promises() {
        // given
        cast.actingAs("max");

        // then
        for (Bar bar : reports.summary(all).response().histogram()) {
            PromiseQuery query = new PromiseQuery(
                    monday,
                    monday.plusDays(20),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    bar.from() + "-" + (bar.to() == null ? "" : bar.to()));
            assertThat(reports.page(query.filter(monday), PromiseOrder.USUAL, 0, 50)
                            .total())
                    .isEqualTo(bar.count());
        }
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> PromiseQuery.took("long"))
                .withMessageContaining("4800-");
    }

    @Test
    void a_rep_sees_their_own_promises_whoever_is_asked_for() {
        // given
        String other = rep.equals("ada") ? "ben" : "ada";
        cast.actingAs(other);

        // when
        PromiseFilter asked =
                new PromiseFilter(monday, monday.plusDays(20), null, null, null, rep, null, null, null, null, null);

        // then
        assertThat(reports.page(asked, PromiseOrder.USUAL, 0, 50).items())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.rep()).isEqualTo(other));
        assertThat(reports.onlyOwn()).isTrue();
    }

    @Test
    void the_promises_to_one_lead_are_listed_whenever_they_were_due() throws Exception {
        // given
        journeys.setClock(monday.plusYears(1).atTime(9, 0).toInstant(ZoneOffset.UTC));

        // when
        for (String list : List.of("/api/promises", "/api/promises.csv", "/api/promises/summary")) {
            mvc.perform(get(list + "?lead=4711").with(httpBasic("max", Cast.PASSWORD)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("lead"));
        }
        ResultActions mine = mvc.perform(get("/api/promises?lead=" + late).with(httpBasic("max", Cast.PASSWORD)));
        ResultActions nobodys =
                mvc.perform(get("/api/promises?lead=" + UUID.randomUUID()).with(httpBasic("max", Cast.PASSWORD)));
        ResultActions otherDays =
                mvc.perform(get("/api/promises?to=1999-12-31&lead=" + late).with(httpBasic("max", Cast.PASSWORD)));

        // then
        mine.andExpect(jsonPath("$.total").value(greaterThan(1)))
                .andExpect(jsonPath("$.items[*].leadId", everyItem(is(late.toString()))));
        nobodys.andExpect(jsonPath("$.total").value(0));
        otherDays.andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void an_arbiter_sees_their_own_and_whoever_has_no_part_in_it_sees_nothing() {
        cast.person("judge", Roles.ARBITER);
        cast.actingAs("judge");
        assertThat(reports.summary(all).all().total()).isZero();

        cast.person("guest", Roles.ADMINISTRATOR);
        cast.actingAs("guest");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reports.summary(all));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reports.page(all, PromiseOrder.USUAL, 0, 50));
    }

    @Test
    void the_file_holds_the_promises_of_the_list_and_is_put_on_record() throws Exception {
        String file = mvc.perform(get("/api/promises.csv?state=late&from={from}&to={from}", monday, monday)
                        .header("Authorization", basic("max")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("promises.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.lines()).hasSize(2);
        assertThat(file)
                .startsWith("id,leadId,lead,")
                .contains(late.toString(), ",makeContact,", ",145,25,0,25,0,0,0,");
        assertThat(jdbc.sql("select what || ' ' || rows from export_log order by number" + " desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("promises 1");
        mvc.perform(get("/api/promises.csv?took=x").header("Authorization", basic("max")))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void the_same_over_rest_and_why_it_broke() throws Exception {
        mvc.perform(get("/api/promises/summary?from={from}&to={to}", monday, monday.plusDays(20))
                        .header("Authorization", basic("max")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.all.kept").value(3))
                .andExpect(jsonPath("$.response.completed").value(4));
        mvc.perform(get("/api/promises?state=lost").header("Authorization", basic("max")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("state"));
        UUID id = UUID.fromString(broken());
        mvc.perform(put("/api/promises/" + id + "/reason")
                        .header("Authorization", basic(rep))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"absent\"}"))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/promises?state=broken&from={from}&to={from}", monday, monday)
                        .header("Authorization", basic(rep)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].reason").value("absent"));
    }

    @Test
    void of_a_promise_that_was_kept_nothing_is_to_be_explained_after_its_due_instant_either() throws Exception {
        // given
        String kept = jdbc.sql("select id::text from promise where state = 'kept' and holder = ? and lead_id = ?")
                .params(rep, late)
                .query(String.class)
                .single();
        journeys.advance(Duration.ofDays(3));

        // then
        mvc.perform(put("/api/promises/" + kept + "/reason")
                        .header("Authorization", basic(rep))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"absent\"}"))
                .andExpect(status().isConflict());
        assertThat(jdbc.sql("select state from promise where id = ?::uuid")
                        .param(kept)
                        .query(String.class)
                        .single())
                .isEqualTo("kept");
    }

    private String broken() {
        return jdbc.sql("select id::text from promise where state = 'broken' and lead_id = ?")
                .param(late)
                .query(String.class)
                .single();
    }

    private static Tally of(List<Tally> tallies, String key) {
        return tallies.stream()
                .filter(each -> key.equals(each.key()))
                .findFirst()
                .orElseThrow();
    }

    private static String basic(String login) {
        return "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + Cast.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
