package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What one may say of what was learned, and need not. */
@OwnDatabase
@Import(JourneyDriver.class)
class LearnedFieldsTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @BeforeEach
    void aRep() {
        cast.person("ada", Roles.SALES_REP);
        cast.person("mary", Roles.MARKETING);
    }

    @Test
    void it_stands_together_below_the_reason_once_the_lead_is_rejected() {
        // given
        openedBy("ada", captured("17"), "Activity_AnswerHandOff");
        assertThat(_find(LearnedFields.class)).isEmpty();

        // when
        choose("reject");

        // then
        LearnedFields group = _get(LearnedFields.class);
        assertThat(group.getSummaryText()).isEqualTo("What did you learn? (optional)");
        assertThat(_find(group, ComboBox.class))
                .extracting(each -> each.getId().orElse(""))
                .containsExactly("field-learned", "field-interest", "field-timeline", "field-decider");

        // and when it is accepted after all
        choose("accept");

        // then
        assertThat(_find(LearnedFields.class)).isEmpty();
    }

    @Test
    void what_must_be_answered_is_never_put_away() {
        // when
        openedBy("mary", captured("14"), "Activity_QualifyLead");

        // then
        assertThat(_find(LearnedFields.class)).isEmpty();
        assertThat(_get(Component.class, spec -> spec.withId("field-timeframe")).isVisible())
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static void choose(String outcome) {
        RadioButtonGroup<Option> outcomes =
                (RadioButtonGroup<Option>) _get(Component.class, spec -> spec.withId("field-outcome"));
        outcomes.getListDataView()
                .getItems()
                .filter(each -> each.value().equals(outcome))
                .forEach(outcomes::setValue);
    }

    private void openedBy(String login, UUID lead, String step) {
        logIn(login);
        open("inbox/" + driver.task(lead, step));
    }

    private UUID captured(String activity) {
        return driver.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, activity));
    }
}
