package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.ViewTest;

/** What stands in the address of a board: filters, the opened number, and what there is not. */
class BoardsViewTest extends BoardViewTest {

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
}
