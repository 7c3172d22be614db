package org.leadrelay.ui.redesign;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.difference.ClauseTerms;
import org.leadrelay.redesign.difference.Differences;
import org.leadrelay.redesign.difference.ModelChange;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.ModelPair;
import org.leadrelay.ui.testing.ViewTest;

class SideBySideTest extends ViewTest {

    private static final String FOLLOW_UP = "lead-follow-up.bpmn";
    private static final String FIT = "lead-fit.dmn";

    private final List<ModelFile> before =
            List.of(Shipped.model(FOLLOW_UP), Shipped.words("lead-follow-up_de.properties"), Shipped.table(FIT));
    private final List<ModelFile> after = List.of(
            Shipped.with(
                    Shipped.with(before.get(0), "${remind.makeContact}", "PT4H"),
                    "Event_ContactGivenUp",
                    "Event_GivenUp"),
            before.get(1),
            Shipped.with(before.get(2), "<text>&gt;= 50</text>", "<text>&gt;= 60</text>"));
    private final List<ModelChange> changes = new Differences(ClauseTerms.NONE).between(before, after);

    private SideBySide panel() {
        SideBySide panel = new SideBySide();
        UI.getCurrent().add(panel);
        panel.compare(before, after, changes);
        return panel;
    }

    private static String pair() {
        return String.valueOf(_get(ModelPair.class).getElement().getPropertyRaw("pair"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void only_the_files_that_changed_are_offered_and_the_first_is_shown() {
        // when
        panel();

        // then
        assertThat(_get(Select.class).getListDataView().getItems().toList()).isEqualTo(List.of(FOLLOW_UP, FIT));
        assertThat(pair())
                .contains("\"before\":{", "\"after\":{", "Make contact: reminder now after 4 hours")
                .contains("\"id\":\"Event_ContactReminder\"");
    }

    @Test
    void a_renamed_element_is_marked_by_the_id_it_had_and_the_id_it_has() {
        // when
        panel();

        // then
        String pair = pair();
        String then = pair.substring(pair.indexOf("\"before\":{"), pair.indexOf("\"after\":{"));
        assertThat(then).contains("\"id\":\"Event_ContactGivenUp\"").doesNotContain("\"id\":\"Event_GivenUp\"");
    }

    @Test
    void the_elements_are_called_as_the_reader_calls_them() {
        // given
        UI.getCurrent().setLocale(Locale.GERMAN);

        // when
        panel();

        // then
        assertThat(pair()).contains("\"Activity_MakeContact\":\"Kontakt aufnehmen\"");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_table_is_shown_with_each_cell_as_it_was_and_is() {
        // given
        panel();

        // when
        _setValue((Select<String>) _get(Select.class), FIT);

        // then
        assertThat(_find(ModelPair.class)).isEmpty();
        NativeTableRow changed = _find(NativeTableRow.class).stream()
                .filter(each -> each.hasClassName("difference-row-changed"))
                .findFirst()
                .orElseThrow();
        assertThat(changed.getElement().getTextRecursively()).contains(">= 50", ">= 60");
    }

    @Test
    void a_click_on_an_element_tells_its_first_change() {
        // given
        List<ModelChange> told = new ArrayList<>();
        SideBySide panel = panel();
        panel.onChosen(told::add);

        // when
        ModelPair pair = _get(ModelPair.class);
        ComponentUtil.fireEvent(pair, new ModelPair.ElementChosen(pair, true, "Event_ContactReminder", true));
        ComponentUtil.fireEvent(pair, new ModelPair.ElementChosen(pair, true, "Activity_CountAttempt", true));

        // then
        assertThat(told).extracting(ModelChange::element).containsExactly("Event_ContactReminder");
    }

    @Test
    void without_a_change_there_is_nothing_to_look_at_and_nothing_to_zoom() {
        // given
        SideBySide panel = panel();
        assertThat(_find(Button.class)).isNotEmpty();

        // when
        panel.compare(before, before, List.of());

        // then
        assertThat(_find(Button.class)).isEmpty();
        assertThat(_find(ModelPair.class)).isEmpty();

        // and when
        panel.compare(before, after, changes);

        // then
        assertThat(_find(Button.class)).isNotEmpty();
        assertThat(_find(ModelPair.class)).hasSize(1);
    }
}
