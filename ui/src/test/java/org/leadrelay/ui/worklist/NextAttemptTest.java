package org.leadrelay.ui.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Option;
import org.leadrelay.nurture.Attempts;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class NextAttemptTest extends ViewTest {

    @Autowired
    InboxServices desk;

    @Autowired
    Attempts attempts;

    @Autowired
    Charter charter;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_says_not_reached_is_told_when_the_next_attempt_is_due_and_which_is_the_last() {
        // given
        cast.person("ada", Roles.SALES_REP);
        logIn("ada");
        UUID lead = new LeadRows(jdbc).lead();
        int most = charter.current().attempts();
        NextAttempt line = new NextAttempt(desk, form("reached", "notReached"), lead);

        // then
        line.show(Map.of("outcome", "reached"));
        assertThat(line.isVisible()).isFalse();
        line.show(Map.of("outcome", "notReached"));
        assertThat(line.isVisible()).isTrue();
        assertThat(line.getText())
                .startsWith("This is attempt 1 of " + most + ". The next one is due ")
                .contains(desk.due()
                        .times()
                        .near(attempts.outlook(lead).nextAt(), UI.getCurrent().getLocale()));

        // when
        for (int made = 1; made < most; made++) {
            attempts.next(lead, 1);
        }
        line.show(Map.of("outcome", "notReached"));

        // then
        assertThat(line.getText()).startsWith("This is attempt " + most + " of " + most + ", the last one");
    }

    @Test
    void a_form_that_does_not_ask_whether_the_buyer_was_reached_has_no_such_line() {
        NextAttempt line = new NextAttempt(desk, form("accept", "reject"), UUID.randomUUID());

        line.show(Map.of("outcome", "accept"));

        assertThat(line.isVisible()).isFalse();
    }

    @Test
    void it_stands_below_the_outcome_before_anything_else_is_asked() {
        // given
        List<Form.Field> fields = new ArrayList<>(form("reached", "notReached").fields());
        fields.add(field("channel", "call", "email"));
        TaskForm form = new TaskForm(new Form(fields), Map.of(), Locale.ENGLISH, () -> {});
        NextAttempt line = new NextAttempt(desk, form("reached", "notReached"), UUID.randomUUID());

        // when
        form.addBelowOutcome(line);

        // then
        assertThat(form.getChildren().toList()).hasSize(3).element(1).isEqualTo(line);
    }

    private static Form form(String... outcomes) {
        return new Form(List.of(field("outcome", outcomes)));
    }

    private static Form.Field field(String id, String... options) {
        return new Form.Field(
                id,
                "enum",
                id,
                true,
                Stream.of(options).map(each -> new Option(each, each)).toList(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                1,
                false);
    }
}
