package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.cost.CostOrder;
import org.leadrelay.cost.Costs;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Costs by source, entered month by month. The clock of the tests stands in March 2026. */
@OwnDatabase
class CostsViewTest extends ViewTest {

    @Autowired
    Costs costs;

    @Autowired
    LeadCapture leads;

    @Autowired
    Database database;

    @BeforeEach
    void marketer() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        database.empty();
        cast.person("mara", Roles.MARKETING);
        cast.person("hana", Roles.PROCESS_OWNER);
        logIn("mara");
    }

    @Test
    void amounts_are_entered_and_stand_there_with_who_entered_them() {
        // given
        open("boards/costs?month=2026-02");

        // when
        _setValue(field("other"), new BigDecimal("1200.50"));
        _click(_get(Button.class, spec -> spec.withId("costs-save")));

        // then
        assertThat(field("other").getValue()).isEqualByComparingTo("1200.5");
        assertThat(text(page())).contains("costs of 1 of").contains("mara").contains("What was entered");
        assertThat(costs.sheet(null, null).entries())
                .singleElement()
                .satisfies(only -> assertThat(only.month()).hasToString("2026-02"));
    }

    @Test
    void what_is_refused_stands_beside_its_field_and_nothing_is_lost() {
        // given
        open("boards/costs?month=2026-02");

        // when
        _setValue(field("other"), new BigDecimal("100"));
        _setValue(field("no source"), new BigDecimal("-1"));
        _click(_get(Button.class, spec -> spec.withId("costs-save")));

        // then
        assertThat(field("no source").isInvalid()).isTrue();
        assertThat(field("no source").getErrorMessage()).contains("not negative");
        assertThat(field("other").isInvalid()).isFalse();
        assertThat(field("other").getValue()).isEqualByComparingTo("100");
        assertThat(costs.sheet(null, null).entries()).isEmpty();
    }

    @Test
    void the_month_before_fills_what_is_empty_and_saves_nothing() {
        // given
        enter("other", "2026-01", "300");
        enter("-", "2026-01", "50");
        enter("-", "2026-02", "70");
        open("boards/costs?month=2026-02");

        // when
        _click(_get(Button.class, spec -> spec.withId("costs-as-before")));

        // then
        assertThat(field("other").getValue()).isEqualByComparingTo("300");
        assertThat(field("no source").getValue()).isEqualByComparingTo("70");
        assertThat(costs.changes(null, null, 0, 10).total()).isEqualTo(3);
    }

    @Test
    void sources_that_brought_leads_come_first_with_how_many_and_the_others_can_be_opened() {
        // given
        captured("Webinar", "ada@firm.example");
        captured("Webinar", "ben@firm.example");
        captured("Something new", "cleo@firm.example");

        // when
        open("boards/costs?month=2026-02");

        // then
        assertThat(text(page())).contains("costs of 0 of 2 sources");
        assertThat(_find(DataTable.class).get(0).getElement().getTextRecursively())
                .contains("Webinar", "2", "other", "1")
                .doesNotContain("no source");
        Details others = _get(Details.class, spec -> spec.withClasses("costs-others"));
        assertThat(others.isOpened()).isFalse();

        // and when what is entered there is refused
        others.setOpened(true);
        _setValue(field("no source"), new BigDecimal("-1"));
        others.setOpened(false);
        _click(_get(Button.class, spec -> spec.withId("costs-save")));

        // then
        assertThat(others.isOpened()).isTrue();
    }

    @Test
    void whoever_leaves_with_amounts_that_are_not_saved_is_asked() {
        // given
        open("boards/costs?month=2026-02");
        _setValue(field("other"), new BigDecimal("100"));

        // when
        open("boards");

        // then
        assertThat(_get(ConfirmDialog.class).isOpened()).isTrue();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("boards/costs");
    }

    @Test
    void whoever_only_reads_boards_reads_the_costs() {
        // given
        enter("other", "2026-02", "300");
        logIn("hana");

        // when
        open("boards/costs?month=2026-02");

        // then
        _assertNone(BigDecimalField.class);
        _assertNone(Button.class, spec -> spec.withId("costs-save"));
        assertThat(_find(NativeTableRow.class).stream().map(CostsViewTest::text))
                .anyMatch(row -> row.contains("other") && row.contains("300 EUR"));
    }

    @Test
    void a_month_to_come_or_none_shows_the_last_that_is_over() {
        for (String month : List.of("2027-01", "soon", "")) {
            // when
            open("boards/costs?month=" + month);

            // then
            assertThat(text(page())).as(month).contains("February 2026: no leads");
        }
    }

    /** In February. */
    private void captured(String source, String email) {
        Map<Field, String> fields = Map.of(Field.NAME, "Ada Firm", Field.EMAIL, email, Field.SOURCE, source);
        leads.capture(
                new Capture(fields, List.of(), List.of(), Instant.parse("2026-02-10T09:00:00Z")),
                new Origin("tests", Origin.Kind.API, "Web", "tests", null));
    }

    private void enter(String source, String month, String amount) {
        costs.enter(List.of(new CostOrder(source, month, new BigDecimal(amount), null, null)));
    }

    private BigDecimalField field(String source) {
        return _find(BigDecimalField.class).stream()
                .filter(each -> each.getAriaLabel().orElse("").equals("Costs of " + source))
                .findFirst()
                .orElseThrow();
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
                : element.getChildren().map(CostsViewTest::text).collect(Collectors.joining(" "));
    }
}
