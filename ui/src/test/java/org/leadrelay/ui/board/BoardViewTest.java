package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the boards, read by a marketer over laps that stand in the projection. */
@OwnDatabase
abstract class BoardViewTest extends ViewTest {

    static final Instant MONDAY = SettableClock.MONDAY_MORNING;

    @Autowired
    JdbcClient jdbc;

    LapRows laps;

    @BeforeEach
    void marketer() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        jdbc.sql("delete from lap_fact").update();
        jdbc.sql("delete from lap_fact_position").update();
        jdbc.sql("delete from lap_fact_basis").update();
        jdbc.sql("delete from board_subscription").update();
        laps = new LapRows(jdbc);
        cast.person("mara", Roles.MARKETING);
        cast.person("rita-the-rep", Roles.SALES_REP);
        logIn("mara");
    }

    /** Of the webinar 30 laps with 12 rejected, of the fair 10 with 1. */
    void forty() {
        for (int i = 0; i < 40; i++) {
            boolean webinar = i < 30;
            boolean rejected = i < 12 || i == 30;
            LapRows.Lap lap = laps.of(lead("Lead " + i), webinar ? "Webinar" : "Fair", MONDAY.minus(Duration.ofDays(3)))
                    .rep("rita-the-rep");
            (rejected ? lap.rejected(webinar ? "noBudget" : "tooEarly") : lap.accepted()).add();
        }
    }

    UUID lead(String name) {
        UUID lead = new LeadRows(jdbc).lead();
        jdbc.sql("update lead set name = ? where id = ?").params(name, lead).update();
        return lead;
    }

    static void follow(Anchor link) {
        String[] parts = link.getHref().split("\\?", 2);
        UI.getCurrent()
                .navigate(
                        parts[0],
                        parts.length == 1
                                ? com.vaadin.flow.router.QueryParameters.empty()
                                : com.vaadin.flow.router.QueryParameters.fromString(parts[1]));
    }

    static Anchor link(String label) {
        return _find(Anchor.class).stream()
                .filter(each -> label.equals(each.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " in " + text(page())));
    }

    static List<NativeTableRow> rows() {
        return _find(NativeTableRow.class).stream().skip(1).toList();
    }

    /** The first row that begins with these words. */
    static String row(String name) {
        return _find(NativeTableRow.class).stream()
                .map(BoardViewTest::text)
                .filter(each -> each.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + text(page())));
    }

    static HasElement page() {
        return (HasElement) UI.getCurrent().getCurrentView();
    }

    static String text(HasElement of) {
        return text(of.getElement()).strip().replaceAll(" +", " ");
    }

    static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.getChildren().map(BoardViewTest::text).collect(Collectors.joining(" "));
    }
}
