package org.leadrelay.ui.lead;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.Signal;
import org.leadrelay.lead.Statement;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.component.BpmnDiagram;
import org.leadrelay.ui.component.CompanyLeadList;
import org.leadrelay.ui.component.ContactButtons;
import org.leadrelay.ui.component.StoryList;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;

@Import(JourneyDriver.class)
class LeadViewTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    LeadCapture captures;

    @Autowired
    LeadServices desk;

    private final String email = UUID.randomUUID() + "@" + UUID.randomUUID() + ".example";
    private UUID lead;

    @BeforeEach
    void oneLeadToQualify() {
        cast.person("mary", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        cast.person("ada", Roles.SALES_REP);
        lead = driver.capture(Map.of(
                Field.FIRST_NAME, "Salma",
                Field.LAST_NAME, "Amin",
                Field.EMAIL, email,
                Field.COMPANY, "Firm",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
    }

    @Test
    void the_page_says_who_the_lead_is_where_it_is_and_what_happened() {
        // given
        logIn("mary");

        // when
        open("lead/" + lead);

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("Salma Amin");
        assertThat(_get(LeadHeader.class).getElement().getTextRecursively()).contains("Qualify lead");
        assertThat(_get(StoryList.class).getElement().getTextRecursively())
                .contains("Lead matrix")
                .contains("Promised \"Qualify a lead\"");
        assertThat(_get(BpmnDiagram.class).getElement().getProperty("xml")).contains("Activity_QualifyLead");
    }

    @Test
    void a_system_that_speaks_for_itself_is_named_once_above_its_facts() {
        // given a lead of a system that is its own person
        logIn("mary");

        // when
        open("lead/" + lead);

        // then
        assertThat(_get(FactList.class).getElement().getTextRecursively())
                .contains("from tests, ")
                .doesNotContain("tests, tests");
    }

    @Test
    void what_a_form_typed_stands_beside_the_fact_and_one_click_takes_it_over() {
        // given
        typed("Typed AG");
        logIn("mary");
        open("lead/" + lead);
        assertThat(_get(ClaimLine.class).getElement().getTextRecursively())
                .contains("Typed AG")
                .contains("differs from what is known");

        // when
        _click(_get(Button.class, spec -> spec.withText("Take over")));

        // then
        assertThat(_find(ClaimLine.class)).isEmpty();
        assertThat(desk.card(lead).company()).isEqualTo("Typed AG");
    }

    @Test
    void a_dismissed_claim_goes_and_the_fact_stays() {
        // given
        typed("Typed AG");
        logIn("mary");
        open("lead/" + lead);

        // when
        _click(_get(Button.class, spec -> spec.withText("Dismiss")));

        // then
        assertThat(_find(ClaimLine.class)).isEmpty();
        assertThat(desk.card(lead).company()).isEqualTo("Firm");
    }

    @Test
    void who_may_not_correct_sees_a_claim_without_buttons() {
        typed("Typed AG");
        logIn("watcher");

        open("lead/" + lead);

        assertThat(_find(ClaimLine.class)).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Take over"))).isEmpty();
    }

    @Test
    void facts_and_claims_are_named_in_the_readers_language() {
        // given
        typed("Typed AG");
        captures.capture(
                new Capture(Map.of(Field.EMAIL, email, Field.CITY, "Ulm"), List.of(), List.of(), null),
                new Origin("crm", Origin.Kind.API, null, null, null));
        captures.capture(
                new Capture(Map.of(Field.EMAIL, email, Field.CITY, "Bonn"), List.of(), List.of(), null),
                new Origin("crm", Origin.Kind.API, null, null, null));
        logIn("mary");
        UI.getCurrent().setLocale(Locale.GERMAN);
        LocaleContextHolder.setLocale(Locale.GERMAN);

        // when
        open("lead/" + lead);

        // then
        assertThat(_get(FactList.class).getElement().getTextRecursively())
                .contains("Firma")
                .contains("Ort")
                .doesNotContain("Company")
                .doesNotContain("City");
        assertThat(_get(ClaimLine.class).getElement().getTextRecursively())
                .contains("Firma")
                .doesNotContain("Company");
    }

    private void typed(String company) {
        captures.capture(
                new Capture(Map.of(Field.EMAIL, email, Field.COMPANY, company), List.of(), List.of(), null),
                new Origin("web-to-lead", Origin.Kind.FORM, null, null, null));
    }

    @Test
    void a_click_on_an_element_tells_only_what_happened_there() {
        // given
        logIn("mary");
        open("lead/" + lead);
        BpmnDiagram diagram = _get(BpmnDiagram.class);

        // when
        ComponentUtil.fireEvent(diagram, new BpmnDiagram.ElementChosen(diagram, true, "Activity_RateFit"));

        // then
        assertThat(_get(StoryList.class).getElement().getTextRecursively())
                .contains("Decided by Fit")
                .doesNotContain("Decided by Lead matrix");
    }

    @Test
    void the_diagram_over_the_whole_page_numbers_the_steps_in_the_order_of_visiting() {
        // given
        logIn("mary");
        open("lead/" + lead);
        String large =
                _get(Anchor.class, spec -> spec.withClasses("diagram-large")).getHref();

        // when
        open(large);

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("The way of Salma Amin");
        assertThat(_get(BpmnDiagram.class).getElement().getProperty("begin")).isEqualTo("path");
        List<String> steps = _find(_get(VisitList.class), NativeButton.class).stream()
                .map(each -> each.getElement().getTextRecursively())
                .toList();
        assertThat(steps.get(0)).startsWith("1");
        assertThat(steps).anySatisfy(step -> assertThat(step).contains("Qualify lead"));
        assertThat(steps).hasSize(_find(_get(VisitList.class), ListItem.class).size());
    }

    @Test
    void a_step_of_the_way_filters_the_story_and_stands_in_the_address() {
        // given
        logIn("mary");
        open("lead/" + lead + "/diagram?model=lead-journey&element=Activity_RateFit");
        assertThat(_get(StoryList.class).getElement().getTextRecursively())
                .contains("Decided by Fit")
                .doesNotContain("Decided by Lead matrix");
        BpmnDiagram diagram = _get(BpmnDiagram.class);

        // when somebody clicks beside all elements
        ComponentUtil.fireEvent(diagram, new BpmnDiagram.ElementChosen(diagram, true, ""));

        // then
        assertThat(_get(StoryList.class).getElement().getTextRecursively()).contains("Decided by Lead matrix");
    }

    @Test
    void closing_the_diagram_of_a_followed_link_goes_to_the_task_that_it_names() {
        // given
        logIn("mary");
        String task = desk.worklist().ofLead(lead).get(0).id();
        LeadDiagramView page = followed("lead/" + lead + "/diagram?task=" + task);

        // when
        _click(_get(page, Button.class, spec -> spec.withId("diagram-close")));

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("inbox/" + task);
    }

    @Test
    void closing_the_diagram_of_a_followed_link_goes_to_the_lead_otherwise() {
        // given
        logIn("mary");
        LeadDiagramView page = followed("lead/" + lead + "/diagram");

        // when
        _click(_get(page, Button.class, spec -> spec.withId("diagram-close")));

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("lead/" + lead);
    }

    /** As from a mail, rather than from another page of the application. */
    private LeadDiagramView followed(String address) {
        UI.getCurrent()
                .getInternals()
                .getRouter()
                .navigate(UI.getCurrent(), new Location(address), NavigationTrigger.PAGE_LOAD);
        return _get(LeadDiagramView.class);
    }

    @Test
    void an_ended_lead_has_its_diagram_with_the_whole_way_and_no_token() {
        // given
        logIn("mary");
        desk.life().withdraw(lead, "asked us to");

        // when
        open("lead/" + lead + "/diagram");

        // then
        assertThat(_get(BpmnDiagram.class).getElement().getProperty("xml")).contains("Activity_QualifyLead");
        assertThat(desk.diagrams().of(lead)).isNotEmpty().allSatisfy(walked -> {
            assertThat(walked.here()).isEmpty();
            assertThat(walked.visits()).isNotEmpty();
        });
    }

    @Test
    void a_fact_is_corrected_in_its_place_and_the_old_value_is_kept() {
        // given
        logIn("mary");
        open("lead/" + lead);

        // when
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        each -> "Correct Company".equals(each.getAriaLabel().orElse("")))));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Company")), "Firm and Daughters");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(_get(FactList.class).getElement().getTextRecursively())
                .contains("Firm and Daughters")
                .contains("Company was Firm");
    }

    @Test
    void withdrawing_asks_back_wants_a_reason_and_can_be_undone_by_reopening() {
        // given
        logIn("mary");
        open("lead/" + lead);

        // when
        _click(_get(Button.class, spec -> spec.withText("Withdraw lead")));
        confirm("Withdraw lead");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Reason")).isInvalid())
                .isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Reason")), "asked for it");
        confirm("Withdraw lead");

        // then
        assertThat(driver.end(lead)).isEqualTo("withdrawn");
        assertThat(_get(LeadHeader.class).getElement().getTextRecursively()).contains("withdrawn: asked for it");
        assertThat(_find(Button.class, spec -> spec.withText("Reopen lead"))).hasSize(1);
    }

    @Test
    void the_rep_who_won_a_deal_takes_it_back_on_its_page_and_nobody_else_is_offered_it() {
        // given
        UUID won = wonByAda();
        logIn("mary");
        open("lead/" + won);
        assertThat(_find(Button.class, spec -> spec.withText("Take back the win")))
                .isEmpty();

        // when
        logIn("ada");
        open("inbox");
        open("lead/" + won);
        _click(_get(Button.class, spec -> spec.withText("Take back the win")));
        confirm("Take back the win");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Reason")).isInvalid())
                .isTrue();
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Reason")), "wrong lead");
        confirm("Take back the win");

        // then
        assertThat(driver.step(won)).isEqualTo("Activity_DecideOutcome");
        assertThat(_get(LeadHeader.class).getElement().getTextRecursively()).contains("Decide outcome");
        assertThat(_get(StoryList.class).getElement().getTextRecursively())
                .contains("took the won deal back")
                .contains("wrong lead");
        assertThat(_find(Button.class, spec -> spec.withText("Take back the win")))
                .isEmpty();
    }

    private UUID wonByAda() {
        UUID won = driver.capture(Map.of(
                Field.EMAIL, "won-" + email,
                Field.COMPANY, "Firm",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        driver.answer(won, "Activity_AnswerHandOff", "ada", Map.of("outcome", "accept"));
        driver.answer(won, "Activity_MakeContact", "ada", Map.of("outcome", "reached", "channel", "call"));
        driver.answer(won, "Activity_DecideOutcome", "ada", Map.of("outcome", "won"));
        return won;
    }

    @Test
    void a_permitted_address_is_a_link_and_one_without_consent_is_struck_and_says_why() {
        // given
        captures.capture(
                new Capture(Map.of(Field.EMAIL, email, Field.PHONE, "+49 30 1234567"), List.of(), List.of(), null),
                new Origin("crm", Origin.Kind.API, null, null, null));
        logIn("mary");
        desk.life().consent(lead, Statement.objection(Channel.CALL), "person");

        // when
        open("lead/" + lead);

        // then
        ContactButtons contact = _get(ContactButtons.class);
        assertThat(_find(contact, Anchor.class)).extracting(Anchor::getHref).containsExactly("mailto:" + email);
        assertThat(contact.getElement().getTextRecursively()).contains("objected to calls");
        assertThat(_find(contact, Button.class))
                .extracting(each -> each.getAriaLabel().orElse(""))
                .containsExactly("Copy " + email);
    }

    @Test
    void the_header_says_why_this_lead_and_who_else_is_of_the_company() {
        // given
        UUID colleague = driver.capture(Map.of(
                Field.FIRST_NAME, "Grace",
                Field.LAST_NAME, "Hopper",
                Field.EMAIL, UUID.randomUUID() + "@" + email.substring(email.indexOf('@') + 1),
                Field.COMPANY, "Another name of the firm"));
        logIn("mary");
        desk.life().signal(lead, new Signal(Signal.Kind.DOWNLOAD, null, "person"));

        // when
        open("lead/" + lead);

        // then
        assertThat(_get(LeadHeader.class).getElement().getTextRecursively()).contains("ownloaded something");
        assertThat(_find(_get(CompanyLeadList.class), Anchor.class))
                .extracting(Anchor::getHref)
                .contains("lead/" + colleague);
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() {
        // given
        logIn("watcher");

        // when
        open("lead/" + lead);

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("Salma Amin");
        assertThat(_find(Button.class, spec -> spec.withText("Withdraw lead"))).isEmpty();
        assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(
                                each -> each.getAriaLabel().orElse("").startsWith("Correct "))))
                .isEmpty();
    }

    @Test
    void a_rep_does_not_see_a_lead_that_is_not_the_teams() {
        // given
        logIn("ada");

        // when
        open("lead/" + lead);

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("There is nothing here");
    }

    private static void confirm(String text) {
        _get(ReasonDialog.class);
        List<Button> both = _find(Button.class, spec -> spec.withText(text));
        _click(both.get(both.size() - 1));
    }
}
