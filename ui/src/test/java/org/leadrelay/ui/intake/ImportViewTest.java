package org.leadrelay.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.intake.ImportPreview;
import org.leadrelay.intake.Imports;
import org.leadrelay.intake.Mappings;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class ImportViewTest extends ViewTest {

    @Autowired
    Imports imports;

    @Autowired
    Mappings mappings;

    @BeforeEach
    void people() {
        cast.person("mary", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        cast.person("ada", Roles.SALES_REP);
    }

    @Test
    void a_file_is_shown_with_what_becomes_of_its_columns_and_first_rows() {
        // given
        logIn("mary");

        // when
        open("imports/" + draft());

        // then
        assertThat(GridKt._findAll(_get(ColumnsGrid.class)))
                .extracting(ColumnMatch::column, ColumnMatch::target)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Email", "email"),
                        org.assertj.core.groups.Tuple.tuple("Shoe size", "attribute"));
        assertThat(GridKt._findAll(_get(PreviewGrid.class)))
                .extracting(ImportPreview.Row::problems)
                .satisfiesExactly(
                        first -> assertThat(first).isEmpty(),
                        second -> assertThat(second).isNotEmpty());
        assertThat(_get(MatchPanel.class).getElement().getTextRecursively())
                .contains("1 of the first 2 rows would be refused");
    }

    @Test
    void whoever_declares_a_channel_says_on_what_basis_before_anything_starts() {
        // given
        logIn("mary");
        UUID draft = draft();
        open("imports/" + draft);
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("They may be called")), true);

        // when
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // then
        assertThat(_get(BasisField.class).getErrorMessage()).isEqualTo("Say on what basis they may be reached.");
        assertThat(imports.progress(draft).state()).isEqualTo("draft");
    }

    @Test
    void a_started_import_is_followed_and_its_matching_is_kept_under_its_name() {
        // given
        logIn("mary");
        UUID draft = draft();
        String name = "fair " + draft;
        open("imports/" + draft);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Save as mapping")), name);

        // when
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // then
        assertThat(imports.progress(draft).state()).isEqualTo("queued");
        assertThat(_get(ProgressPanel.class).getElement().getTextRecursively()).contains("Waiting for its turn");
        assertThat(mappings.all()).extracting(Mappings.Named::name).contains(name);
    }

    @Test
    void a_column_that_sounds_like_opting_out_is_asked_about_before_anything_starts() {
        // given
        logIn("mary");
        UUID draft = draft("Email,Suppressed by legal\n%s@firm.example,yes\n");
        open("imports/" + draft);

        // when
        _click(_get(Button.class, spec -> spec.withText("Start the import (open questions: 1)")));

        // then
        assertThat(imports.progress(draft).state()).isEqualTo("draft");
        assertThat(_get(QuestionField.class).getErrorMessage()).isEqualTo("Choose an answer.");

        // when
        answer("doNotContact");

        // then
        assertThat(GridKt._findAll(_get(ColumnsGrid.class)))
                .extracting(ColumnMatch::target)
                .containsExactly("email", "doNotContact");

        // when
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // then
        assertThat(imports.progress(draft).state()).isEqualTo("queued");
    }

    @Test
    void a_column_that_has_nothing_to_do_with_opting_out_stays_as_it_is() {
        // given
        logIn("mary");
        UUID draft = draft("Email,Suppressed by legal\n%s@firm.example,yes\n");
        open("imports/" + draft);

        // when
        answer("attribute");
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // then
        assertThat(imports.progress(draft).state()).isEqualTo("queued");
    }

    @Test
    void the_column_that_could_identify_is_chosen_already() {
        // given
        logIn("mary");
        UUID draft = draft("lead_token_uuid,Colour\n%s,red\n");

        // when
        open("imports/" + draft);

        // then
        assertThat(_get(QuestionField.class).getValue().value()).isEqualTo("lead_token_uuid");
        assertThat(GridKt._findAll(_get(PreviewGrid.class)))
                .extracting(ImportPreview.Row::problems)
                .allSatisfy(each -> assertThat(each).isEmpty());
        _click(_get(Button.class, spec -> spec.withText("Start the import")));
        assertThat(imports.progress(draft).state()).isEqualTo("queued");
    }

    @Test
    void numbers_are_answered_and_the_answer_is_kept_with_the_mapping() {
        // given
        logIn("mary");
        UUID draft = draft("Email|Company Size\n%s@firm.example|1.500\n");
        String name = "numbers " + draft;
        open("imports/" + draft);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Save as mapping")), name);

        // when
        answer("comma");
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // then
        assertThat(mappings.find(name).orElseThrow().mapping().decimal()).isEqualTo("comma");
    }

    @Test
    void the_moment_at_which_the_file_was_true_is_never_in_the_future() {
        // given
        logIn("mary");
        UUID draft = draft();
        open("imports/" + draft);
        DateTimePicker asOf = _get(DateTimePicker.class, spec -> spec.withLabel("When this file was true"));

        // when
        asOf.setValue(LocalDateTime.of(2199, 1, 1, 0, 0));
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // then
        assertThat(asOf.getErrorMessage()).contains("in the future");
        assertThat(imports.progress(draft).state()).isEqualTo("draft");
    }

    private void answer(String value) {
        QuestionField field = _get(QuestionField.class);
        field.setValue(field.question().choices().stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void an_auditor_sees_the_imports_and_can_bring_none() {
        // given
        logIn("mary");
        UUID draft = draft();
        open("imports/" + draft);
        _click(_get(Button.class, spec -> spec.withText("Start the import")));

        // when
        logIn("watcher");
        open("imports");

        // then
        assertThat(_find(FileDrop.class)).isEmpty();
        assertThat(_get(ImportsView.class).getElement().getTextRecursively()).contains("Imports");
        open("imports/" + draft);
        assertThat(_find(Button.class, spec -> spec.withText("Cancel the import")))
                .isEmpty();
    }

    @Test
    void a_rep_has_no_imports() {
        // given
        logIn("ada");

        // when
        open("imports");

        // then
        assertThat(_find(ImportsView.class)).isEmpty();
        assertThat(_find(H1.class)).extracting(H1::getText).doesNotContain("Imports");
    }

    private UUID draft(String rows) {
        String file = rows.formatted(UUID.randomUUID());
        return imports.upload("people.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private UUID draft() {
        String rows = """
            Email,Name,Shoe size
            %s@firm.example,Ada Byron,38
            not an address,Nobody,39
            """.formatted(UUID.randomUUID());
        return imports.upload("people.csv", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }
}
