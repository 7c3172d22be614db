package org.leadrelay.ui.promises;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Reps;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.component.Chart;
import org.leadrelay.ui.component.ChartPanel;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;

@Import(JourneyDriver.class)
class PromisesViewTest extends ViewTest {

    private static final String CONTACT = "Activity_MakeContact";

    @Autowired
    JourneyDriver journeys;

    @Autowired
    Reps reps;

    @Autowired
    List<Sweep> sweeps;

    private String rep;
    private String name;
    private UUID lead;

    @BeforeEach
    void oneKeptAndOneBrokenPromise() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("paul", Roles.SALES_REP);
        cast.person("petra", Roles.SALES_MANAGER);
        cast.person(JourneyDriver.MARKETER, Roles.MARKETING);
        cast.team("Promises", "paul", "petra");
        cast.actingAs("petra");
        reps.setCapacity("paul", 1_000);
        cast.actingAsNobody();
        name = "Late " + UUID.randomUUID();
        lead = overdue(name);
        journeys.advance(Duration.ofMinutes(25));
        journeys.answer(lead, CONTACT, rep, Map.of("outcome", "reached", "channel", "call"));
        sweeps.stream()
                .filter(each -> each.getClass().getSimpleName().startsWith("TimeAttributionJob"))
                .forEach(Sweep::sweep);
    }

    /** A lead whose rep has accepted it and has not made contact in time. */
    private UUID overdue(String called) {
        UUID captured = journeys.capture(Map.of(
                Field.NAME, called,
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        rep = journeys.assignee(captured, "Activity_AnswerHandOff");
        journeys.answer(captured, "Activity_AnswerHandOff", rep, Map.of("outcome", "accept"));
        journeys.fire(captured, "Event_ContactOverdue");
        return captured;
    }

    @Test
    void a_heading_sorts_the_list_and_sorts_it_the_other_way_round() {
        // given
        logIn("petra");

        // when
        open(PromisesNavigation.PROMISES + "?show=list&sort=late");

        // then
        NativeTableHeaderCell late = heading("Late by");
        assertThat(late.getElement().getAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(_get(late, Anchor.class).getHref()).contains("sort=-late");
        assertThat(heading("Due").getElement().getAttribute("aria-sort")).isEqualTo("none");
        assertThat(_get(heading("Due"), Anchor.class).getHref()).contains("sort=due");

        // and when
        open(PromisesNavigation.PROMISES + "?show=list&sort=nonsense");

        // then
        assertThat(heading("Due").getElement().getAttribute("aria-sort")).isEqualTo("descending");
    }

    private static NativeTableHeaderCell heading(String text) {
        return _get(
                _get(PromiseList.class),
                NativeTableHeaderCell.class,
                spec -> spec.withPredicate(
                        each -> each.getElement().getTextRecursively().equals(text)));
    }

    @Test
    void every_chart_says_what_it_shows_and_has_its_table_and_its_file() {
        // given
        logIn("petra");

        // when
        open(PromisesNavigation.PROMISES);

        // then
        List<ChartPanel> panels = _find(ChartPanel.class);
        assertThat(panels).hasSize(6);
        assertThat(_find(H2.class))
                .extracting(H2::getText)
                .contains("By week", "By promise", "How long steps took", "Whose minutes were late");
        for (ChartPanel each : panels) {
            assertThat(_get(each, Paragraph.class).getText()).hasSizeGreaterThan(20);
            assertThat(_get(each, Chart.class).getElement().getAttribute("aria-label"))
                    .startsWith("Chart: ");
            assertThat(_find(each, NativeTableRow.class)).isNotEmpty();
            assertThat(_get(each, Anchor.class, spec -> spec.withText("CSV")).getHref())
                    .isNotEmpty();
        }
    }

    @Test
    void the_bars_show_the_figures_of_the_table() {
        // given
        logIn("petra");

        // when
        open(PromisesNavigation.PROMISES + "?clause=makeContact&rep=" + rep);

        // then
        ChartPanel clauses = panel("By promise");
        Chart.Bars bars = _get(clauses, Chart.class).shown();
        assertThat(bars.categories()).hasSize(1);
        assertThat(bars.series().get(1).name()).isEqualTo("Broken");
        Number broken = bars.series().get(1).values().get(0);
        NativeTableRow row = _find(clauses, NativeTableRow.class).get(1);
        assertThat(text(row.getElement())).contains(broken.toString());
        assertThat(_get(panel("Whose minutes were late"), Chart.class).shown().series())
                .hasSize(5);
    }

    @Test
    void a_row_leads_to_the_promises_behind_it_and_from_there_to_the_lead() {
        // given
        logIn("petra");
        open(PromisesNavigation.PROMISES);

        // when
        open(linkIn(panel("Whose minutes were late")));

        // then
        assertThat(address()).contains("state=late", "clause=makeContact", "show=list");
        assertThat(_find(ChartPanel.class)).isEmpty();
        assertThat(_find(Anchor.class, spec -> spec.withText(name)))
                .extracting(Anchor::getHref)
                .containsExactly("lead/" + lead);
    }

    @Test
    void a_bar_leads_to_the_promises_behind_it_and_the_choice_can_be_dropped() {
        // given
        logIn("petra");
        open(PromisesNavigation.PROMISES + "?rep=" + rep);
        Chart chart = _get(panel("How long steps took"), Chart.class);
        Chart.Bars bars = chart.shown();
        int bar = bars.categories().indexOf("2 h to 4 h");

        // when
        ComponentUtil.fireEvent(chart, new Chart.BarChosen(chart, true, bar, 0));

        // then
        assertThat(address()).contains("took=120-240", "show=list", "rep=" + rep);
        assertThat(_find(Anchor.class, spec -> spec.withText(name))).isNotEmpty();
        assertThat(shown()).contains("Only steps that took 2 h to 4 h");

        // when
        open(_get(Anchor.class, spec -> spec.withText("Show the others too")).getHref());

        // then
        assertThat(address()).doesNotContain("took").contains("rep=" + rep);
    }

    @Test
    void whoever_held_the_step_says_why_it_broke() {
        // given
        logIn(rep);
        open(PromisesNavigation.PROMISES + "?show=list&state=unexplained");

        // when
        _click(_find(Button.class, spec -> spec.withText("Say why")).get(0));
        int before = _find(Button.class, spec -> spec.withText("Say why")).size();
        sayAbsent();

        // then
        assertThat(_find(Button.class, spec -> spec.withText("Say why"))).hasSize(before - 1);
    }

    @Test
    void the_late_task_itself_asks_why_and_then_no_more() {
        // given
        UUID late = overdue("Later " + UUID.randomUUID());
        logIn(rep);
        open("inbox/" + journeys.task(late, CONTACT));

        // when
        _click(_get(Button.class, spec -> spec.withText("Say why")));
        sayAbsent();

        // then
        assertThat(_find(Button.class, spec -> spec.withText("Say why"))).isEmpty();
    }

    @Test
    void the_inbox_asks_why_when_the_task_is_gone() {
        // given
        logIn(rep);
        open("inbox");

        // when
        open(_get(Anchor.class, spec -> spec.withId("inbox-unexplained")).getHref());

        // then
        assertThat(_find(Button.class, spec -> spec.withText("Say why"))).isNotEmpty();
    }

    @Test
    void a_rep_sees_no_filter_and_no_chart_for_others() {
        // given
        logIn(rep);

        // when
        open(PromisesNavigation.PROMISES);

        // then
        assertThat(_find(ChartPanel.class)).hasSize(5);
        assertThat(shown()).contains("What you promised");
    }

    @Test
    void days_without_a_promise_say_so_and_a_broken_address_asks_for_nothing() {
        // given
        logIn("petra");

        // when
        open(PromisesNavigation.PROMISES + "?from=2020-01-01&to=2020-01-31");

        // then
        assertThat(shown()).contains("No promise was due in these days");

        // when
        open(PromisesNavigation.PROMISES + "?from=nonsense&week=x&team=y&page=-3&state=");

        // then
        assertThat(_find(ChartPanel.class)).hasSize(6);
    }

    @Test
    void in_german_too() {
        // given
        UI.getCurrent().setLocale(Locale.GERMAN);
        LocaleContextHolder.setLocale(Locale.GERMAN);
        logIn("petra");

        // when
        open(PromisesNavigation.PROMISES);

        // then
        assertThat(shown()).contains("Wessen Minuten zu spät waren", "Anteil gehalten");
    }

    private static void sayAbsent() {
        Select<Option> reasons = _get(of(Select.class), spec -> spec.withLabel("Reason"));
        Option absent = reasons.getListDataView()
                .getItems()
                .filter(each -> each.value().equals("absent"))
                .findFirst()
                .orElseThrow();
        _setValue(reasons, absent);
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    private static ChartPanel panel(String title) {
        return _find(ChartPanel.class).stream()
                .filter(each -> _get(each, H2.class).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** All that the page says. */
    private static String shown() {
        HasElement page =
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().get(0);
        return text(page.getElement());
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static String linkIn(ChartPanel panel) {
        return _find(panel, Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(each -> each.startsWith("promises?") && each.contains("makeContact"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Element element) {
        return Stream.concat(
                        Stream.of(element.isTextNode() ? element.getText() : ""),
                        element.getChildren().map(PromisesViewTest::text))
                .collect(Collectors.joining(" "));
    }
}
