package org.leadrelay.ui.lead;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.ConsentView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.Statement;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a person said about being reached, recorded on the lead's page. */
@Import(JourneyDriver.class)
class ConsentTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    LeadCards cards;

    @Autowired
    LeadCommands life;

    @Autowired
    LeadCapture captures;

    @Autowired
    SettableClock clock;

    private UUID lead;

    @BeforeEach
    void oneLead() {
        cast.person("mary", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        lead = driver.capture(Map.of(
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
        assertThat(_get(FactList.class).getElement().getTextRecursively()).contains("e-mail: objection");
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
        assertThat(_get(BasisField.class).getErrorMessage()).isEqualTo("Say on what basis they may be reached.");
        assertThat(cards.card(lead).consents()).hasSize(before);
    }

    @Test
    void a_consent_against_an_objection_asks_for_words_and_source_at_their_fields() {
        // given
        life.consent(lead, Statement.objection(Channel.MAIL), "person");
        clock.advance(Duration.ofHours(1));
        ask();
        _get(BasisField.class).setValue("consent");

        // when
        press();

        // then
        assertThat(source().getErrorMessage()).contains("where it came from");
        assertThat(cards.card(lead).permitted()).doesNotContain(Channel.MAIL);

        // when
        _setValue(_get(TextArea.class, spec -> spec.withLabel("In which words")), "Write to me.");
        _setValue(source(), "call of 2 March");
        press();

        // then
        assertThat(cards.card(lead).permitted()).contains(Channel.MAIL);
        assertThat(_get(FactList.class).getElement().getTextRecursively())
                .contains("Decides this channel now.")
                .contains("ended by the person's own later word");
    }

    @Test
    void a_claim_to_be_later_is_found_in_the_list_and_decided_on_the_leads_page() {
        // given
        life.consent(lead, Statement.objection(Channel.MAIL), "person");
        clock.advance(Duration.ofHours(1));
        String address = cards.card(lead).email();
        Statement claim = new Statement(Channel.MAIL, true, "marketing", "consent", null, clock.instant());
        captures.capture(
                new Capture(Map.of(Field.EMAIL, address), List.of(), List.of(claim), null),
                new Origin("list", Origin.Kind.IMPORT, null, "mary", null));

        // when
        open("imports/consents");

        // then
        assertThat(listed()).singleElement(STRING).contains("Salma Amin").contains("a file's cell with a date");

        // when
        open("lead/" + lead);
        _click(_get(Button.class, spec -> spec.withText("It is their own word")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("In which words")), "Yes.");
        _setValue(source(), "opt-in mail");
        _click(_get(_get(ClaimDialog.class), Button.class, spec -> spec.withText("It is their own word")));

        // then
        assertThat(cards.card(lead).permitted()).contains(Channel.MAIL);
        open("imports/consents");
        assertThat(listed()).isEmpty();
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

    /** What waits in the list about this test's lead. */
    private List<String> listed() {
        return _find(Section.class).stream()
                .filter(each -> each.getElement().getOuterHTML().contains(lead.toString()))
                .map(each -> each.getElement().getTextRecursively())
                .toList();
    }

    private static TextField source() {
        return _get(TextField.class, spec -> spec.withLabel("Where it came from"));
    }

    private static RadioButtonGroup<Boolean> said() {
        return _get(
                ConsentTest.<RadioButtonGroup<Boolean>>of(RadioButtonGroup.class),
                spec -> spec.withLabel("What was said"));
    }

    private static RadioButtonGroup<Channel> channel() {
        return _get(
                ConsentTest.<RadioButtonGroup<Channel>>of(RadioButtonGroup.class), spec -> spec.withLabel("Channel"));
    }
}
