package org.leadrelay.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.intake.ImportRow;
import org.leadrelay.intake.Imports;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

class ImportRowsViewTest extends ViewTest {

    @Autowired
    Imports imports;

    @Autowired
    org.springframework.context.ApplicationContext beans;

    private final String origin = UUID.randomUUID().toString();

    @BeforeEach
    void people() {
        cast.person("mary", Roles.MARKETING);
        logIn("mary");
    }

    @Test
    void rows_are_listed_with_their_lead_and_what_changed_about_it() {
        // given
        run("ID,Name,Company\n1,Jan Kern,Kern AG\n");
        UUID second = run("ID,Name,Company\n1,Jan Kern,Kern SE\n2,Ute Rohr,Rohr\n,Nobody,\n");

        // when
        open("imports/" + second);

        // then
        RowsGrid grid = _get(RowsGrid.class);
        assertThat(GridKt._findAll(grid))
                .extracting(ImportRow::outcome)
                .containsExactly(ImportRow.Outcome.CHANGED, ImportRow.Outcome.CREATED, ImportRow.Outcome.REFUSED);
        assertThat(cell(grid, 0, "details")).isEqualTo("Company: Kern AG → Kern SE");
        assertThat(cell(grid, 2, "details")).contains("Nothing identifies this lead");
        Anchor lead = (Anchor) GridKt._getCellComponent(grid, 0, "lead");
        assertThat(lead.getText()).isEqualTo("Jan Kern");
        assertThat(lead.getHref()).startsWith("lead/");
        assertThat(_get(ProgressPanel.class).getElement().getTextRecursively()).contains("done, some rows refused");
    }

    @Test
    void one_outcome_is_chosen() {
        // given
        UUID id = run("ID,Name\n1,Jan Kern\n,Nobody\n");
        open("imports/" + id);

        // when
        _setValue(outcomes(), ImportRow.Outcome.REFUSED);

        // then
        assertThat(GridKt._findAll(_get(RowsGrid.class)))
                .extracting(ImportRow::line)
                .containsExactly(3L);
    }

    @SuppressWarnings("unchecked")
    private static Select<ImportRow.Outcome> outcomes() {
        return _get(Select.class);
    }

    @Test
    void an_import_whose_rows_were_all_refused_is_red_and_says_so_in_german_too() {
        // given
        UUID id = run("Email,Name\nno address,A\nnone either,B\n");

        // when
        open("imports/" + id);

        // then
        assertThat(_get(ProgressPanel.class).getElement().getTextRecursively())
                .contains("all rows refused")
                .contains("None of the 2 rows was imported");
        UI.getCurrent().setLocale(Locale.GERMAN);
        open("imports/" + id);
        assertThat(_get(ProgressPanel.class).getElement().getTextRecursively())
                .contains("alle Zeilen abgelehnt")
                .contains("Keine der 2 Zeilen wurde importiert");
        assertThat(ImportState.badge(imports.progress(id), _get(ProgressPanel.class)))
                .satisfies(badge -> assertThat(badge.getElement().getThemeList())
                        .contains("error")
                        .doesNotContain("success"));
    }

    @Test
    void an_import_is_undone_after_a_look_at_what_that_does() {
        // given
        run("ID,Name,Company\n1,Jan Kern,Kern AG\n");
        UUID second = run("ID,Name,Company\n1,Jan Kern,Kern SE\n2,Ute Rohr,Rohr\n");
        open("imports/" + second);

        // when
        _click(_get(Button.class, spec -> spec.withText("Undo the import")));

        // then
        assertThat(_get(UndoDialog.class).getElement().getTextRecursively())
                .contains("Leads withdrawn: 1. Facts that go back: 1.");
        assertThat(imports.progress(second).undo()).isNull();

        // and when
        _click(_get(Button.class, spec -> spec.withText("Undo it")));

        // then
        assertThat(_get(UndoPanel.class).getElement().getTextRecursively())
                .contains("mary has this import undone: 0 of 2 rows.");
        assertThat(_find(Button.class, spec -> spec.withText("Undo the import")))
                .isEmpty();
        work();
        open("imports/" + second);
        assertThat(_get(UndoPanel.class).getElement().getTextRecursively()).contains("Undone by mary at");
        assertThat(cell(_get(RowsGrid.class), 0, "details")).contains("Undone: the facts went back");
        assertThat(cell(_get(RowsGrid.class), 1, "details")).contains("Undone: withdrawn");
        open("imports");
        assertThat(ImportState.badge(imports.progress(second), _get(ImportsView.class))
                        .getText())
                .isEqualTo("undone");
    }

    @Test
    void whoever_only_looks_is_offered_no_undo() {
        // given
        UUID id = run("ID,Name\n1,Jan Kern\n");
        cast.person("watcher", Roles.AUDITOR);
        logIn("watcher");

        // when
        open("imports/" + id);

        // then
        assertThat(GridKt._findAll(_get(RowsGrid.class))).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Undo the import")))
                .isEmpty();
    }

    private static String cell(RowsGrid grid, int row, String column) {
        return GridKt._getCellComponent(grid, row, column).getElement().getTextRecursively();
    }

    private UUID run(String text) {
        UUID id = imports.upload("people.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        imports.start(id, null, null, origin, null);
        work();
        return id;
    }

    private void work() {
        ReflectionTestUtils.invokeMethod(beans.getBean("importRunner"), "runAll");
    }
}
