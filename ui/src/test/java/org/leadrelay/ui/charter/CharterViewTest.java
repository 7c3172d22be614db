package org.leadrelay.ui.charter;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Editing;
import org.leadrelay.charter.Parties;
import org.leadrelay.testing.Database;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;

@Import(Parties.class)
class CharterViewTest extends ViewTest {

    @Autowired Parties parties;
    @Autowired CharterVersions versions;
    @Autowired Database database;

    @BeforeEach
    void thePartiesAndAReader() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        parties.arrive();
        cast.person("rita", Roles.SALES_REP);
        logIn("rita");
    }

    @AfterEach
    void backToTheFirstCharter() {
        LocaleContextHolder.resetLocaleContext();
        database.firstCharter();
    }

    @Test
    void a_rep_reads_what_is_promised() {
        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(row("Answer a hand-off"))
                .contains("Activity_AnswerHandOff", "2 h", "Sales rep", "after");
        assertThat(row("Average deal")).contains("5,000 EUR", "Head of sales");
        assertThat(row("Reps tried in one lap")).isNotEmpty();
        assertThat(row("Version 1")).contains("in force");
        assertThat(text()).contains("Fit, agreed on in version 1", "Is there a need?");
        assertThat(_find(H3.class)).extracting(H3::getText).contains("Reasons to reject a lead");
        assertThat(text()).doesNotContain("⚠");
    }

    @Test
    void a_german_reader_reads_it_in_german() {
        // given
        UI.getCurrent().setLocale(Locale.GERMAN);
        LocaleContextHolder.setLocale(Locale.GERMAN);

        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(row("Übergabe beantworten")).contains("2 Std.");
        assertThat(text()).contains("Gibt es einen Bedarf?", "Was vertriebsreif ist");
    }

    @Test
    void a_clause_on_a_step_that_no_model_has_is_marked_as_broken() {
        // given
        int version =
                parties.draft(said -> Editing.at(said, "answerHandOff", "Activity_Gone")).version();
        logIn("rita");

        // when
        open(CharterNavigation.CHARTER + "/" + version);

        // then
        NativeTableRow broken =
                _get(NativeTableRow.class, spec -> spec.withClasses("charter-broken"));
        assertThat(broken.getElement().getTextRecursively())
                .contains("Activity_Gone", "nobody can keep");
    }

    @Test
    void the_versions_say_who_signed() {
        // given
        parties.agree(
                said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)),
                null,
                false);
        logIn("rita");

        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(row("Answer a hand-off")).contains("45 min");
        assertThat(row("Version 2")).contains("in force", "Head of sales: ", "Head of marketing: ");
        assertThat(row("Version 1")).contains("past");

        // and when
        open(CharterNavigation.CHARTER + "/1");

        // then
        assertThat(row("Answer a hand-off")).contains("2 h").doesNotContain("45 min");
    }

    private static String text() {
        return _get(CharterView.class).getElement().getTextRecursively();
    }

    /** The texts of the one row whose first cell begins so. */
    private static String row(String beginning) {
        List<String> rows =
                _find(NativeTableRow.class).stream()
                        .map(NativeTableRow::getElement)
                        .map(Element::getTextRecursively)
                        .filter(each -> each.startsWith(beginning))
                        .toList();
        assertThat(rows).as(beginning).hasSize(1);
        return rows.get(0);
    }
}
