package org.leadrelay.ui.text;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@OwnDatabase
class TextViewsTest extends ViewTest {

    private static final String ONE = "texts/awareness/1/en";

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void marketing() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        jdbc.sql("delete from nurture_text_version").update();
        jdbc.sql("delete from nurture_text").update();
        cast.person("mara", Roles.MARKETING);
        cast.person("moritz", Roles.MARKETING);
        UUID lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@navy.example", "US");
        jdbc.sql("""
            insert into lead_fact (lead_id, name, label, value, source, at, position)
            values (?, 'interest', 'Interest', 'prices', 'test', now(), 0)
            """).param(lead).update();
        logIn("mara");
    }

    @AfterEach
    void leave() {
        jdbc.sql("delete from nurture_text_version").update();
        jdbc.sql("delete from nurture_text").update();
    }

    @Test
    void the_list_leads_to_each_text() {
        // when
        open("texts");
        // then
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains(ONE, "texts/reactivation/2/de");
        assertThat(shown()).contains("What we do, in two minutes", "in force", "(no mail)");
    }

    @Test
    void tracks_and_the_reasons_of_their_steps_are_told_in_german() {
        // given
        LocaleContextHolder.setLocale(Locale.GERMAN);
        UI.getCurrent().setLocale(Locale.GERMAN);

        // when
        open("texts");

        // then
        assertThat(shown())
                .contains("Aufmerksamkeit", "Reaktivierung", "Was wir tun und für wen.", "Ein Anruf: Passt es jetzt?")
                .doesNotContain("awareness", "What we do and for whom.");

        // and when
        open("texts/awareness/2/de");

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("Aufmerksamkeit, Schritt 2");
    }

    @Test
    void what_is_typed_is_previewed_saved_and_put_before_another_person() {
        // given
        open(ONE);
        assertThat(shown()).contains("In force: as it came with the product.");
        // when
        _setValue(subject(), "About {{interest}}");
        // then
        assertThat(shown())
                .contains("About Prices and contracts", "Other than in force", "When nobody knows it, interest: ");
        // when
        _click(button("Ask for approval"));
        // then
        assertThat(shown()).contains("Draft 1 awaits approval: written by mara.", "May approve it: moritz");
        _assertNone(Button.class, spec -> spec.withText("Approve"));
        // when
        logIn("moritz");
        open(ONE);
        _click(button("Approve"));
        _click(_find(Button.class, spec -> spec.withText("Approve")).get(1));
        // then
        assertThat(shown()).contains("In force: version 1, written by mara, approved by moritz.");
    }

    @Test
    void what_no_mail_may_say_stands_beside_its_field_and_nothing_typed_is_lost() {
        // given
        open(ONE);
        // when
        _setValue(body(), "Hello {{nickname}}");
        // then
        assertThat(shown())
                .contains("The preview comes back when this is put right: Line 1: there is no field nickname");
        // when
        _click(button("Save draft"));
        // then
        assertThat(body().isInvalid()).isTrue();
        assertThat(body().getErrorMessage()).startsWith("Line 1: there is no field nickname");
        assertThat(body().getValue()).isEqualTo("Hello {{nickname}}");
    }

    @Test
    void whoever_leaves_what_is_not_saved_is_asked() {
        // given
        open(ONE);
        _setValue(subject(), "Typed");
        // when
        UI.getCurrent().navigate("texts");
        // then
        ConfirmDialog question = _get(ConfirmDialog.class);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(ONE);
        ConfirmDialogKt._fireConfirm(question);
    }

    @Test
    void somebody_else_changed_it_meanwhile() {
        // given
        open(ONE);
        jdbc.sql("insert into nurture_text (track, step, language, edition) values ('awareness', '1', 'en', 7)")
                .update();
        _setValue(subject(), "Typed");
        // when
        _click(button("Save draft"));
        // then
        assertThat(subject().getValue()).isEqualTo("Typed");
    }

    @Test
    void what_is_not_put_forward_yet_is_no_conflict_with_oneself() {
        // given
        open(ONE);
        String force = subject().getValue();
        _setValue(subject(), "Mine");
        _click(button("Save draft"));
        // when
        _setValue(subject(), force);
        _click(button("Ask for approval"));
        // then
        assertThat(shown()).doesNotContain("awaits approval");
        // when
        _setValue(subject(), "Ours");
        _click(button("Ask for approval"));
        // then
        assertThat(shown()).contains("Draft 1 awaits approval: written by mara.");
    }

    @Test
    void the_words_with_which_a_text_came_back_stay_readable() {
        // given
        open(ONE);
        _setValue(subject(), "Mine");
        _click(button("Ask for approval"));
        logIn("moritz");
        open(ONE);
        _click(button("Return…"));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Your words")), "Shorter, please.");
        _click(button("Return"));
        // when
        logIn("mara");
        open(ONE);
        _setValue(subject(), "Ours");
        _click(button("Ask for approval"));
        // then
        assertThat(shown()).contains("awaits approval", "Shorter, please.");
    }

    @Test
    void whoever_reads_the_process_reads_a_text_and_changes_nothing() {
        // given
        cast.person("petra", Roles.PROCESS_OWNER);
        logIn("petra");
        // when
        open(ONE);
        // then
        assertThat(subject().isReadOnly()).isTrue();
        _assertNone(Button.class, spec -> spec.withText("Save draft"));
        assertThat(shown()).doesNotContain("Preview");
    }

    private TextField subject() {
        return _get(TextField.class, spec -> spec.withLabel("Subject"));
    }

    private TextArea body() {
        return _get(TextArea.class, spec -> spec.withLabel("Text"));
    }

    private Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private String shown() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
