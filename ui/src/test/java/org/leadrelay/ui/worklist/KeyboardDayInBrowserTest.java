package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** A day of each role by keyboard alone, with the key presses counted. */
class KeyboardDayInBrowserTest extends BrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAD_OF_MARKETING = "head-of-marketing";
    private static final String HEAD_OF_SALES = "head-of-sales";

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void marketing_qualifies_reviews_a_rejection_and_answers_a_question() {
        // given
        captured(company, 20, 14);
        String rejected = captured(company, 20, 17);
        complete(owner(rejected), rejected, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        String asked = captured(company, 20, 17);
        post(
                owner(asked),
                "api/tasks/" + task(owner(asked), asked) + "/ask",
                Map.of("question", "Which offer did they see?"));
        page.waitForCondition(() -> tasks(Roles.MARKETING).size() == 3);

        // when
        Keyboard keys = begins(Roles.MARKETING).finds(company);
        for (int left = 3; left > 0; left--) {
            String step = page.locator(".task-step").textContent();
            keys.counting();
            switch (step) {
                case "Qualify lead" ->
                    keys.completes(() -> keys.press("1")
                                    .isAt("field-need")
                                    .press("1")
                                    .isAt("field-timeframe")
                                    .press("2")
                                    .isAt("field-authority")
                                    .press("1", "Control+Enter"))
                            .took("qualify a lead", 5);
                case "Review rejection" ->
                    keys.completes(() ->
                                    keys.press("1").isAt("field-marketingCause").press("3", "3"))
                            .took("review a rejection", 3);
                default ->
                    keys.completes(() -> keys.press("1")
                                    .isAt("field-answer")
                                    .type("The price list.")
                                    .press("Control+Enter"))
                            .took("answer a question of " + "The price list.".length() + " letters", 17);
            }
        }

        // then
        page.waitForCondition(() -> tasks(Roles.MARKETING).isEmpty());
    }

    @Test
    void a_rep_accepts_rejects_asks_contacts_and_decides() {
        // given
        String first = captured(company, 20, 17);
        String rep = owner(first);
        for (int more = 0; more < 2; more++) {
            String lead = captured(company, 20, 17);
            String owner = owner(lead);
            if (!owner.equals(rep)) {
                post(Roles.SALES_MANAGER, "api/tasks/" + task(owner, lead) + "/reassign", Map.of("assignee", rep));
            }
        }
        page.waitForCondition(() -> tasks(rep).size() == 3);

        // when
        Keyboard keys = begins(rep).finds(company).counting();

        // then
        keys.completes(() -> keys.press("1", "1")).took("accept a hand-off", 2);
        keys.isAt("row");
        keys.completes(() -> keys.press("2").isAt("field-rejectionReason").press("4", "Control+Enter"))
                .took("reject a hand-off with a reason", 4);
        keys.isAt("row");
        keys.press("q").isAt("dialog").type("Who signs?").press("Control+Enter").isAt("row");
        keys.took("ask marketing in 10 letters", 12);

        // and when the accepted lead is contacted and won, before the one that waits for the answer
        listed(2);
        keys.press("k").isAt("row").counting();
        assertThat(page.locator("#field-channel")).isVisible();
        keys.completes(() -> keys.press("1").isAt("field-channel").press("1", "1"))
                .took("make contact", 3);
        listed(2);
        keys.press("k").isAt("row").counting();
        assertThat(page.locator("#field-outcome vaadin-radio-button")).hasCount(4);
        keys.completes(() -> keys.press("1", "1")).took("win a deal", 2);

        // then
        page.waitForCondition(
                () -> get(Roles.MARKETING, "api/leads/" + first).toString().contains("won"));
    }

    @Test
    void a_sales_manager_assigns_and_looks_at_the_team() {
        // given
        owner(captured(company, 20, 17));

        // when
        Keyboard keys = begins(Roles.SALES_MANAGER).finds(company).counting();
        String before = page.locator(".holder").textContent();
        keys.press("a").isAt("dialog");

        // then
        keys.press("ArrowDown", "ArrowDown", "Enter", "Control+Enter").isAt("row");
        keys.took("assign a task", 5);
        page.waitForCondition(() -> !page.locator(".holder").textContent().equals(before));
        keys.press("g", "t");
        page.waitForURL("**/team");
        keys.took("go to the team", 2);
    }

    @Test
    void an_arbiter_gives_a_verdict() {
        // given
        String lead = captured(company, 20, 17);
        complete(owner(lead), lead, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        page.waitForCondition(() -> tasks(Roles.MARKETING).size() == 1);
        complete(Roles.MARKETING, lead, Map.of("outcome", "dispute", "note", "They asked for a meeting twice."));
        page.waitForCondition(() -> tasks(Roles.ARBITER).size() == 1);

        // when
        Keyboard keys = begins(Roles.ARBITER).finds(company).counting();
        keys.completes(
                () -> keys.press("2").isAt("field-grounds").type("Too early.").press("Control+Enter"));

        // then
        keys.took("give a verdict of 10 letters", 12);
        page.waitForCondition(() -> tasks(Roles.ARBITER).isEmpty());
    }

    @Test
    void an_auditor_finds_a_lead_and_reads_its_story() {
        // given
        captured(company, 20, 17);
        logIn(Roles.AUDITOR);

        // when
        Keyboard keys = new Keyboard(page).press("Control+k").type(company).press("Enter");

        // then
        assertThat(page.locator(".lead-story")).isVisible();
        keys.took("find a lead by its company of " + company.length() + " letters", company.length() + 2);
    }

    @Test
    void the_charter_is_two_keys_away_for_those_who_keep_it() {
        for (String login : List.of(Roles.PROCESS_OWNER, HEAD_OF_MARKETING, HEAD_OF_SALES)) {
            // given
            logOut();
            logIn(login);

            // when
            Keyboard keys = new Keyboard(page).press("g", "c");

            // then
            page.waitForURL("**/charter");
            assertThat(page.locator(".head-count")).isVisible();
            page.waitForCondition(() -> !keys.focus().equals("body"));
            keys.took("open the charter as " + login, 2);
        }
    }

    @Test
    void both_heads_sign_the_charter() {
        // given a version that changes its name, from tomorrow on
        JsonNode draft = post(Roles.PROCESS_OWNER, "api/charter/draft", Map.of());
        ObjectNode provisions = draft.get("provisions").deepCopy();
        provisions.put("name", company);
        JsonNode edited = put(
                Roles.PROCESS_OWNER,
                "api/charter/draft",
                Map.of(
                        "edition",
                        draft.get("edition").asInt(),
                        "provisions",
                        JSON.convertValue(provisions, Map.class)));
        int version = edited.get("version").asInt();
        post(
                Roles.PROCESS_OWNER,
                "api/charter/draft/proposal",
                Map.of(
                        "edition",
                        edited.get("edition").asInt(),
                        "effectiveFrom",
                        Instant.now().plus(Duration.ofDays(300)).toString()));
        try {
            for (String login : List.of(HEAD_OF_MARKETING, HEAD_OF_SALES)) {
                // when
                logOut();
                logIn(login);
                Keyboard keys = new Keyboard(page).press("g", "c");
                page.waitForURL("**/charter");
                keys.press("s");
                page.waitForURL("**/charter/" + version);
                keys.press("s").isAt("dialog").press("Space", "Control+Enter");

                // then
                page.waitForCondition(() -> signatures(version).contains(login));
                page.waitForCondition(() -> !List.of("body", "dialog").contains(keys.focus()));
                keys.took("sign the charter as " + login, 6);
            }
            assertThat(page.locator(".head-count")).containsText(String.valueOf(version));
        } finally {
            post(Roles.PROCESS_OWNER, "api/charter/versions/" + version + "/withdrawal", Map.of());
            discard(version);
        }
    }

    private String signatures(int version) {
        return get(Roles.PROCESS_OWNER, "api/charter/versions/" + version)
                .get("signatures")
                .toString();
    }

    /** What was signed stays on record as withdrawn; what was not is a draft again, and given up. */
    private void discard(int version) {
        JsonNode left = get(Roles.PROCESS_OWNER, "api/charter/versions/" + version);
        if (left.get("stage").asText().equals("draft")) {
            delete(
                    Roles.PROCESS_OWNER,
                    "api/charter/draft?edition=" + left.get("edition").asText());
        }
    }

    private Keyboard begins(String login) {
        logIn(login);
        return new Keyboard(page).inbox();
    }

    private void complete(String login, String lead, Map<String, ?> answers) {
        post(login, "api/tasks/" + task(login, lead) + "/complete", Map.of("answers", answers));
    }

    private String task(String login, String lead) {
        for (JsonNode each : tasks(login)) {
            if (each.get("leadId").asText().equals(lead)) {
                return each.get("id").asText();
            }
        }
        throw new AssertionError("no task of " + lead + " for " + login);
    }

    /** Waits until the list holds so many tasks. */
    private void listed(int tasks) {
        page.waitForFunction("count => document.querySelector('.task-list vaadin-grid')?.size === count", tasks);
    }

    private JsonNode tasks(String login) {
        return get(login, "api/tasks?q=" + company).get("items");
    }
}
