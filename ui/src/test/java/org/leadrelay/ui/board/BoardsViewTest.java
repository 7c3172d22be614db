package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Sql;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@OwnDatabase
class BoardsViewTest extends ViewTest {

    private static final Instant MONDAY = SettableClock.MONDAY_MORNING;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RolePermissions permissions;

    @Autowired
    CurrentPerson current;

    private LapRows laps;

    @BeforeEach
    void marketer() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        jdbc.sql("delete from lap_fact").update();
        jdbc.sql("delete from lap_fact_position").update();
        jdbc.sql("delete from board_subscription").update();
        laps = new LapRows(jdbc);
        cast.person("mara", Roles.MARKETING);
        cast.person("rita-the-rep", Roles.SALES_REP);
        logIn("mara");
    }

    @AfterEach
    void nobodyIsTold() {
        people(false);
        may(Roles.SALES_REP, Permission.READ_BOARDS, false);
    }

    /** Of the webinar 30 laps with 12 rejected, of the fair 10 with 1. */
    private void forty() {
        for (int i = 0; i < 40; i++) {
            boolean webinar = i < 30;
            boolean rejected = i < 12 || i == 30;
            LapRows.Lap lap = laps.of(lead("Lead " + i), webinar ? "Webinar" : "Fair", MONDAY.minus(Duration.ofDays(3)))
                    .rep("rita-the-rep");
            (rejected ? lap.rejected(webinar ? "noBudget" : "tooEarly") : lap.accepted()).add();
        }
    }

    @Test
    void a_board_without_leads_says_what_will_fill_it() {
        // when
        open("boards");

        // then
        assertThat(_get(EmptyState.class)).isNotNull();
        assertThat(text(page())).contains("No leads in this selection");
    }

    @Test
    void a_number_is_said_in_words_and_then_in_figures() {
        // given
        forty();

        // when
        open("boards/reasons");

        // then
        assertThat(row("Rejected")).contains("between 2 and 5 of 10", "32.5%", "13 of 40");
    }

    @Test
    void below_the_guard_there_is_no_rate() {
        // given
        forty();

        // when
        open("boards/reasons?source=Fair");

        // then
        assertThat(row("Rejected")).contains("1 of 10: too few for a rate", "–").doesNotContain("%");
    }

    @Test
    void each_count_opens_as_many_leads_and_back_leads_to_the_same_filter() {
        // given
        forty();
        open("boards/reasons?source=Webinar");

        // when
        follow(link("Show the 12 that count"));

        // then
        assertThat(rows()).hasSize(12);
        assertThat(text(page())).contains("Rejected: 12");
        assertThat(text(page())).contains("Lead 3").doesNotContain("Lead 31");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).anyMatch(each -> each.startsWith("lead/"));

        // and when
        follow(_get(Anchor.class, spec -> spec.withClasses("back")));

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("boards/reasons?source=Webinar");
    }

    @Test
    void groups_whose_intervals_overlap_are_not_put_in_an_order() {
        // given
        for (int i = 0; i < 60; i++) {
            LapRows.Lap lap = laps.of(lead("Lead " + i), i < 30 ? "Webinar" : "Fair", MONDAY.minus(Duration.ofDays(3)));
            (i % 3 == 0 ? lap.rejected("noBudget") : lap.accepted()).add();
        }

        // when
        open("boards/reasons?group=source&sort=rate");

        // then
        assertThat(text(rejections())).contains("These groups cannot be put in an order by their rate");
        assertThat(sortsByRate()).isFalse();
        assertThat(row("Altogether")).contains("20 of 60");
    }

    @Test
    void groups_that_lie_apart_can_be_sorted_by_their_rate() {
        // given
        for (int i = 0; i < 120; i++) {
            LapRows.Lap lap = laps.of(lead("Lead " + i), i < 60 ? "Webinar" : "Fair", MONDAY.minus(Duration.ofDays(3)));
            (i < 55 || i > 115 ? lap.rejected("noBudget") : lap.accepted()).add();
        }

        // when
        open("boards/reasons?group=source&sort=rate");

        // then
        assertThat(text(rejections())).doesNotContain("cannot be put in an order");
        assertThat(sortsByRate()).isTrue();
    }

    @Test
    void an_unknown_board_is_called_unknown() {
        // when
        open("boards/nonsense");

        // then
        _assertNone(BoardsView.class);
        assertThat(text(page())).contains("No page has the address \"boards/nonsense\"");
    }

    @Test
    void a_number_that_the_board_does_not_have_is_called_unknown() {
        // given
        forty();

        // when
        open("boards/reasons?number=reasons.gone");

        // then: the board is there nevertheless
        assertThat(text(_get(Notification.class)))
                .contains("This board has no number \"reasons.gone\". It is shown as a whole.");
        assertThat(row("Rejected")).contains("13 of 40");
    }

    @Test
    void the_folded_filters_say_how_many_are_set() {
        // given
        forty();

        // when
        open("boards/reasons");
        Button unfold = _get(Button.class, spec -> spec.withId("board-unfold"));

        // then
        assertThat(unfold.getText()).isEqualTo("Filters");
        assertThat(unfold.getElement().getAttribute("aria-expanded")).isEqualTo("false");

        // and when
        _click(unfold);
        _setValue(_get(ViewTest.<ComboBox<String>>of(ComboBox.class), spec -> spec.withId("board-source")), "Webinar");

        // then: they stay open while somebody chooses
        unfold = _get(Button.class, spec -> spec.withId("board-unfold"));
        assertThat(unfold.getText()).isEqualTo("Filters: 1 set");
        assertThat(unfold.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(_get(BoardBar.class).hasClassName("unfolded")).isTrue();
    }

    @Test
    void deals_that_are_too_few_for_a_mean_are_not_called_none() {
        // given
        Instant won = MONDAY.minus(Duration.ofDays(1));
        laps.of(lead("Worth"), "Webinar", MONDAY.minus(Duration.ofDays(3)))
                .won(won)
                .worth(12_000, "EUR")
                .add();
        laps.of(lead("Unsaid"), "Webinar", MONDAY.minus(Duration.ofDays(3)))
                .won(won)
                .add();

        // when
        open("boards/conversion");

        // then
        assertThat(row("Average deal, EUR")).contains("1: too few for a mean");
        assertThat(row("Revenue, without a value")).contains("1 without a value");
    }

    @Test
    void a_filter_stands_in_the_address() {
        // given
        forty();
        open("boards/reasons");

        // when
        _setValue(_get(ViewTest.<ComboBox<String>>of(ComboBox.class), spec -> spec.withId("board-source")), "Webinar");

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("boards/reasons?source=Webinar");
        assertThat(row("Rejected")).contains("12 of 30");
    }

    @Test
    void the_grid_says_of_each_cell_what_became_of_its_leads() {
        // given
        forty();

        // when
        open("boards/criteria");

        // then
        assertThat(text(_get(CriteriaGrid.class))).contains("Fit A", "Maturity 3", "A3", "40");
    }

    @Test
    void no_name_of_a_rep_stands_anywhere_until_an_agreement_allows_it() {
        // given
        forty();
        open("boards/reasons?number=reasons.rejected&part=denominator");

        // then
        assertThat(text(page())).doesNotContain("rita-the-rep", "Works agreement");

        // and when
        people(true);
        open("boards/reasons?number=reasons.rejected&part=denominator&page=0");

        // then
        assertThat(text(page())).contains("rita-the-rep", "Works agreement 7", "27", "Rejected: all 40");

        // and when: whoever is concerned reads it in their own settings
        logIn("rita-the-rep");
        open("settings");

        // then
        assertThat(text(page())).contains("Works agreement 7");
    }

    @Test
    void a_rep_finds_no_boards() {
        // given
        logIn("rita-the-rep");

        // when
        open("boards");

        // then
        _assertNone(BoardsView.class);
    }

    @Test
    void a_log_that_is_counted_further_than_now_is_not_told_beside_it() {
        // given
        forty();
        jdbc.sql("insert into lap_fact_basis (basis, log_up_to) values ('test', ?) on conflict (one) do update set"
                        + " log_up_to = excluded.log_up_to")
                .param(Sql.time(MONDAY.plus(Duration.ofDays(6))))
                .update();

        // when
        open("boards/reasons");

        // then
        assertThat(text(page())).contains("As of").doesNotContain("the log counted up to");
    }

    @Test
    void leads_that_the_reader_may_not_see_have_a_reference_and_no_name() {
        // given: a firm whose reps read the boards
        forty();
        UUID own = shown("Lead 3");
        UUID others = shown("Lead 4");
        jdbc.sql("update lead set owner = 'rita-the-rep' where id = ?")
                .param(own)
                .update();
        may(Roles.SALES_REP, Permission.READ_BOARDS, true);
        logIn("rita-the-rep");

        // when
        open("boards/reasons?number=reasons.rejected&part=denominator");

        // then
        assertThat(text(page()))
                .contains(
                        "Lead 3",
                        "Lead " + others.toString().substring(0, 8),
                        "Leads without a name are not yours to see")
                .doesNotContain("Lead 4 ");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("lead/" + others);
        assertThat(jdbc.sql("select count(*) from journey_log where kind = 'read-list' and person = 'rita-the-rep'"
                                + " and subject = 'board-leads'")
                        .query(Long.class)
                        .single())
                .as("on record")
                .isPositive();
    }

    @Test
    void a_board_is_subscribed_on_its_page_and_ended_on_ones_own() {
        // given
        jdbc.sql("update person set email = 'mara@us.example' where login = 'mara'")
                .update();
        forty();
        open("boards/reasons?source=Webinar");

        // when
        _click(_get(Button.class, spec -> spec.withId("board-mail")));
        _click(_get(Button.class, spec -> spec.withText("Send it")));
        open("boards/mail");

        // then
        assertThat(text(page())).contains("Reasons (filtered)", "Every Monday");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("boards/reasons?source=Webinar");

        // and when
        UUID id =
                jdbc.sql("select id from board_subscription").query(UUID.class).single();
        open("boards/mail?end=" + id);

        // then: the link alone ends nothing
        assertThat(jdbc.sql("select ended_at is null from board_subscription")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        // and when
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(text(page())).contains("No board comes to you by mail");
    }

    @Test
    void whoever_may_read_no_boards_any_more_reads_that_their_mails_wait() {
        // given
        jdbc.sql("insert into board_subscription (id, login, letter, board, query, rhythm, made_at, next_at) values"
                        + " (gen_random_uuid(), 'rita-the-rep', 'board', 'funnel', '', 'weekly', now(), now())")
                .update();

        logIn("rita-the-rep");

        // when
        open("boards/mail");

        // then
        assertThat(text(page()))
                .contains("You may read no boards at present: none of these mails is sent until you may again.")
                .contains("Every Monday");
    }

    @Test
    void a_board_says_that_it_is_counted_anew_and_how_many_leads_could_not_be_read() {
        // given
        forty();
        jdbc.sql("delete from lap_fact_basis").update();
        jdbc.sql("insert into lap_fact_basis (basis, log_up_to, complete) values ('hours', ?, true)")
                .param(Sql.time(MONDAY))
                .update();
        open("boards/reasons");
        assertThat(text(page())).contains("the log counted up to").doesNotContain("counted anew", "could not be read");

        // when
        jdbc.sql("update lap_fact_basis set complete = false").update();
        jdbc.sql("insert into lap_fact_position values (gen_random_uuid(), 3, 'line 3')")
                .update();
        open("boards/reasons");

        // then
        assertThat(text(page())).contains("being counted anew", "leads that could not be read and are in no number: 1");
    }

    private void people(boolean shown) {
        may(Roles.MARKETING, Permission.BOARDS_PEOPLE, shown);
    }

    private void may(String role, Permission permission, boolean allowed) {
        current.as(Actor.SYSTEM, () -> {
            Set<String> codes = permissions.all().stream()
                    .filter(each -> each.role().name().equals(role))
                    .flatMap(each -> each.permissions().stream())
                    .map(Permission::code)
                    .filter(each -> !each.equals(permission.code()))
                    .collect(Collectors.toCollection(HashSet::new));
            if (allowed) {
                codes.add(permission.code());
            }
            return permissions.change(role, codes, null, new Agreed("Works agreement 7", LocalDate.of(2026, 2, 27)));
        });
    }

    private UUID shown(String name) {
        return jdbc.sql("select id from lead where name = ? and id in (select lead_id from lap_fact)")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private UUID lead(String name) {
        UUID lead = new LeadRows(jdbc).lead();
        jdbc.sql("update lead set name = ? where id = ?").params(name, lead).update();
        return lead;
    }

    private static void follow(Anchor link) {
        String[] parts = link.getHref().split("\\?", 2);
        UI.getCurrent()
                .navigate(
                        parts[0],
                        parts.length == 1
                                ? com.vaadin.flow.router.QueryParameters.empty()
                                : com.vaadin.flow.router.QueryParameters.fromString(parts[1]));
    }

    private static Anchor link(String label) {
        return _find(Anchor.class).stream()
                .filter(each -> label.equals(each.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " in " + text(page())));
    }

    private static NumberSection rejections() {
        return _get(NumberSection.class, spec -> spec.withId("number-reasons.rejected"));
    }

    private static boolean sortsByRate() {
        return _find(rejections(), NativeTableHeaderCell.class).stream()
                .flatMap(each -> _find(each, Anchor.class).stream())
                .anyMatch(each -> each.getHref().contains("sort=rate"));
    }

    private static List<NativeTableRow> rows() {
        return _find(NativeTableRow.class).stream().skip(1).toList();
    }

    /** The first row that begins with these words. */
    private static String row(String name) {
        return _find(NativeTableRow.class).stream()
                .map(BoardsViewTest::text)
                .filter(each -> each.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + text(page())));
    }

    private static HasElement page() {
        return (HasElement) UI.getCurrent().getCurrentView();
    }

    private static String text(HasElement of) {
        return text(of.getElement()).strip().replaceAll(" +", " ");
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(BoardsViewTest::text).collect(Collectors.joining(" "));
    }
}
