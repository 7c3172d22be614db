package org.leadrelay.ui.lead;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.ConsentView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a person said about being reached, recorded on the lead's page. */
@Import(JourneyDriver.class)
class ConsentTest extends ViewTest {

    @Autowired JourneyDriver driver;
    @Autowired LeadCards cards;

    private UUID lead;

    @BeforeEach
    void oneLead() {
        cast.person("mary", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        lead =
                driver.capture(
                        Map.of(
                                Field.NAME, "Salma Amin",
                                Field.PHONE, "+49 30 90182345",
                                Field.EMAIL, UUID.randomUUID() + "@firm.example"));
        logIn("mary");
    }

    @Test
    void an_objection_closes_its_channel() {
        // given
        assertThat(cards.card(lead).permitted()).contains(Channel.MAIL);
        ask();

        // when
        said().setValue(false);
        press();

        // then
        assertThat(cards.card(lead).permitted()).doesNotContain(Channel.MAIL);
        assertThat(_get(FactList.class).getElement().getTextRecursively())
                .contains("e-mail: objection");
        assertThat(_find(ConsentDialog.class)).isEmpty();
    }

    @Test
    void a_consent_keeps_its_basis_and_its_words() {
        // given
        ask();
        channel().setValue(Channel.CALL);
        _get(BasisField.class).setValue("consent");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("In which words")), "Call me.");

        // when
        press();

        // then
        ConsentView latest = cards.card(lead).consents().get(0);
        assertThat(latest.given()).isTrue();
        assertThat(latest.channel()).isEqualTo(Channel.CALL);
        assertThat(latest.basis()).isEqualTo("consent");
        assertThat(latest.wording()).isEqualTo("Call me.");
        assertThat(latest.person()).isEqualTo("mary");
    }

    @Test
    void a_consent_without_a_basis_is_refused_at_the_field() {
        // given
        int before = cards.card(lead).consents().size();
        ask();

        // when
        press();

        // then
        assertThat(_get(BasisField.class).getErrorMessage())
                .isEqualTo("Say on what basis they may be reached.");
        assertThat(cards.card(lead).consents()).hasSize(before);
    }

    @Test
    void an_auditor_records_nothing() {
        // given
        logIn("watcher");

        // when
        open("lead/" + lead);

        // then
        assertThat(_find(Button.class, spec -> spec.withText("Record consent or objection")))
                .isEmpty();
    }

    private void ask() {
        open("lead/" + lead);
        _click(_get(Button.class, spec -> spec.withText("Record consent or objection")));
    }

    private static void press() {
        _click(_get(Button.class, spec -> spec.withText("Record")));
    }

    private static RadioButtonGroup<Boolean> said() {
        return _get(
                ConsentTest.<RadioButtonGroup<Boolean>>of(RadioButtonGroup.class),
                spec -> spec.withLabel("What was said"));
    }

    private static RadioButtonGroup<Channel> channel() {
        return _get(
                ConsentTest.<RadioButtonGroup<Channel>>of(RadioButtonGroup.class),
                spec -> spec.withLabel("Channel"));
    }
}
