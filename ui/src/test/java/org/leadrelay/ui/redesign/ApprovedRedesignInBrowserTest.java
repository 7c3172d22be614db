package org.leadrelay.ui.redesign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;

/** A redesign from the process owner's change to the lead that follows it: sealed, found at the bell, approved. */
class ApprovedRedesignInBrowserTest extends RedesignBrowserTest {

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_changed_deadline_holds_for_the_next_lead_and_not_for_one_that_began_before() {
        // given
        String before = accepted("Before" + company);
        logIn(Roles.PROCESS_OWNER);

        // when
        upload(
                ShippedFiles.FOLLOW_UP,
                ShippedFiles.with(
                        ShippedFiles.FOLLOW_UP,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${nextAttemptAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1S</bpmn:timeDuration>"));
        tab(ReleaseTab.DIFFERENCE).click();
        assertThat(page.locator(".redesign-jumps h2").first()).containsText("Fristen");
        assertThat(page.locator(".redesign-jumps")).containsText("Event_NextAttemptDue");
        seal("Sofort noch einmal versuchen");
        approveAsSecondPerson();

        // then
        complete("Before" + company, before, Map.of("outcome", "notReached", "channel", "call"));
        String next = accepted("Next" + company);
        complete("Next" + company, next, Map.of("outcome", "notReached", "channel", "call"));
        assertThat(task("Next" + company, next).get("step").asText()).isEqualTo("Activity_MakeContact");
        assertThat(get(Roles.MARKETING, "api/leads/" + before)
                        .at("/journey/step")
                        .asText())
                .isEqualTo("Gateway_WaitForAttempt");
    }

    @Test
    void a_field_that_is_added_stands_in_the_reps_inbox_and_its_answer_with_the_lead() {
        // given
        String channel = "<camunda:formField id=\"channel\" label=\"How?\" type=\"enum\">";
        logIn(Roles.PROCESS_OWNER);

        // when
        upload(
                ShippedFiles.FOLLOW_UP,
                ShippedFiles.with(
                        ShippedFiles.FOLLOW_UP,
                        channel,
                        "<camunda:formField id=\"budgetOwner\" label=\"Who holds the budget?\" type=\"string\" />"
                                + channel),
                ShippedFiles.FOLLOW_UP_WORDS,
                ShippedFiles.text(ShippedFiles.FOLLOW_UP_WORDS)
                        + "\nActivity_MakeContact.budgetOwner=Wer hat das Budget?\n");
        tab(ReleaseTab.FINDINGS).click();
        assertThat(page.locator(".redesign-jump")).hasCount(0);
        tab(ReleaseTab.DIFFERENCE).click();
        assertThat(page.locator(".redesign-jumps")).containsText("Formulare");
        seal("Nach dem Budget fragen");
        approveAsSecondPerson();

        // then
        String lead = accepted(company);
        logOut();
        logInInEnglish(owner(lead));
        openInInbox();
        assertThat(page.locator("#field-budgetOwner")).containsText("Who holds the budget?");
        page.locator("#field-budgetOwner").locator("input, textarea").first().fill("Their head of buying");
        page.locator("#field-channel").getByText("Call").click();
        answer("Reached");
        page.waitForCondition(() -> step(lead).equals("Activity_DecideOutcome"));
        assertThat(get(Roles.MARKETING, "api/leads/" + lead + "/journey?size=500")
                        .toString())
                .contains("Who holds the budget?", "Their head of buying");
    }

    @Test
    void a_second_approval_stands_in_the_managers_inbox_before_a_deal_is_lost() {
        // given
        logIn(Roles.PROCESS_OWNER);

        // when
        upload(
                ShippedFiles.FOLLOW_UP,
                LossesApproved.model(),
                ShippedFiles.FOLLOW_UP_WORDS,
                ShippedFiles.text(ShippedFiles.FOLLOW_UP_WORDS) + LossesApproved.WORDS);
        tab(ReleaseTab.DIFFERENCE).click();
        assertThat(page.locator(".redesign-jumps")).containsText("Activity_ApproveLoss");
        seal("Verluste gibt die Leitung frei");
        approveAsSecondPerson();

        // then
        String lead = accepted(company);
        complete(company, lead, Map.of("outcome", "reached", "channel", "call"));
        page.waitForCondition(() -> step(lead).equals("Activity_DecideOutcome"));
        complete(company, lead, Map.of("outcome", "lost", "lostReason", aReason(company, lead)));
        page.waitForCondition(() -> step(lead).equals("Activity_ApproveLoss"));
        logInAnew(Roles.SALES_MANAGER);
        page.navigate(address("inbox?q=" + company));
        page.getByText("Meine Rolle").first().click(); // a manager begins with the team's
        openFirst();
        assertThat(page.locator("#field-outcome")).containsText("Verloren geben");
        screenshot("inbox");
        answer("Verloren geben");
        page.waitForCondition(() -> get(Roles.MARKETING, "api/leads/" + lead)
                .at("/journey/end")
                .asText()
                .equals("lost"));
    }

    @Test
    void a_table_is_edited_in_the_browser_and_rolled_back_and_each_next_lead_follows() {
        // given
        assertThat(skillsOf(leadOf("Before" + company))).isEmpty();
        logIn(Roles.PROCESS_OWNER);
        begin();
        page.navigate(page.url().replaceFirst("\\?.*", "") + "?tab=tables&file=" + ShippedFiles.SKILLS);

        // when
        Locator skills = page.locator("td[data-element-id=LiteralExpression_AnyRep_Skills]");
        skills.click();
        page.keyboard().type("\"partner enter");
        Locator save = page.locator("#redesign-table-save");
        assertThat(save).isEnabled();
        page.keyboard().type("prise\"");
        save.click();

        // then
        assertThat(page.locator(".redesign-facts")).containsText("Stand der Bearbeitung2");
        assertThat(skills).hasText("\"partner enterprise\"");
        tab(ReleaseTab.DIFFERENCE).click();
        assertThat(page.locator(".redesign-jumps")).containsText("partner enterprise");
        seal("Wer alles kann");
        approveAsSecondPerson();
        assertThat(skillsOf(leadOf("Next" + company))).isEqualTo("partner enterprise");

        // and back
        rollBack();
        approveAsSecondPerson();
        assertThat(skillsOf(leadOf("Back" + company))).isEmpty();
    }

    /** A new lead that is handed off. */
    private String leadOf(String firm) {
        return captured(firm, 20, 17);
    }

    /** What the table said that its rep must be able to do, as the journey log has it. */
    private String skillsOf(String lead) {
        page.waitForCondition(() -> decision(lead) != null);
        return decision(lead).at("/details/outputs/skills").asText();
    }

    private JsonNode decision(String lead) {
        JsonNode log =
                get(Roles.MARKETING, "api/leads/" + lead + "/journey?size=500").get("items");
        return StreamSupport.stream(log.spliterator(), false)
                .filter(each -> each.at("/details/table").asText().equals("hand-off-skills"))
                .findFirst()
                .orElse(null);
    }

    /** A lead of this company that its rep has accepted. */
    private String accepted(String firm) {
        String lead = leadOf(firm);
        complete(firm, lead, Map.of("outcome", "accept"));
        page.waitForCondition(() -> step(lead).equals("Activity_MakeContact"));
        return lead;
    }

    private String step(String lead) {
        return get(Roles.MARKETING, "api/leads/" + lead).at("/journey/step").asText();
    }

    private void complete(String firm, String lead, Map<String, String> answers) {
        post(owner(lead), "api/tasks/" + task(firm, lead).get("id").asText() + "/complete", Map.of("answers", answers));
    }

    /** The rep's task of this lead, as soon as there is one. */
    private JsonNode task(String firm, String lead) {
        String tasks = "api/tasks?q=" + firm;
        String rep = owner(lead);
        page.waitForCondition(
                () -> !get(rep, tasks).get("items").isEmpty(), new Page.WaitForConditionOptions().setTimeout(60_000));
        return get(rep, tasks).at("/items/0");
    }

    private String aReason(String firm, String lead) {
        return StreamSupport.stream(task(firm, lead).get("form").spliterator(), false)
                .filter(each -> each.get("id").asText().equals("lostReason"))
                .findFirst()
                .orElseThrow()
                .at("/options/0/value")
                .asText();
    }

    private void openInInbox() {
        page.navigate(address("inbox?q=" + company));
        openFirst();
    }

    private void openFirst() {
        page.locator(".task-list").getByText("Salma Amin").first().click();
    }

    private void answer(String outcome) {
        page.locator("#field-outcome")
                .getByText(outcome, new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator("#complete").click();
    }
}
