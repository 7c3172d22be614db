package org.leadrelay.ui.charter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** A change of the charter, from the pencil of a process owner to the moment it holds. */
class SignOffInBrowserTest extends BrowserTest {

    private static final String MARKETING = "head-of-marketing";
    private static final String SALES = "head-of-sales";
    private static final String QUESTION = "Activity_AnswerQuestion";
    private static final int FORBIDDEN = 403;
    private static final int PHONE = 390;
    private static final int SWEEPS_MILLIS = 60_000;

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_change_of_the_charter_holds_when_two_people_have_signed_it() {
        // given a question that marketing has to answer
        Instant due = askedMarketing();
        int before = get(Roles.PROCESS_OWNER, "api/charter").get("version").asInt();
        int next = get(Roles.PROCESS_OWNER, "api/charter/versions")
                        .at("/items/0/version")
                        .asInt()
                + 1;

        // when the process owner, who reads German, writes another time
        logIn(Roles.PROCESS_OWNER);
        page.navigate(address("charter"));
        button("Entwurf beginnen").click();
        button("Frage beantworten ändern").click();
        page.getByLabel("Normal", new Page.GetByLabelOptions().setExact(true)).fill("3:15");
        button("Speichern").click();

        // then what it changes is there to be read
        Locator draft = page.locator(".charter-draft");
        assertThat(draft).containsText("Frage beantworten, normale Priorität");
        assertThat(draft).containsText("3 Arbeitsstunden 15 min");

        // and when it is put before both sides
        button("Vorschlagen").click();
        button("Beiden Seiten vorlegen").click();

        // then whoever wrote it has nothing to sign
        assertThat(page.locator(".head-count")).containsText("Version " + next + " · vorgeschlagen");
        assertThat(actions("Unterschreiben")).hasCount(0);

        // and when marketing signs
        logOut();
        logIn(MARKETING);
        page.navigate(address("charter"));
        page.getByText("Version " + next + " is proposed and waits for signatures")
                .click();
        assertThat(draft).containsText("3 working hours 15 min");
        assertThat(actions("Sign as")).hasText(new String[] {"Sign as Head of marketing"});
        button("Sign as Head of marketing").click();
        assertThat(page.locator(".recount-grid a").first()).isVisible();
        assertThat(page.getByText(Pattern.compile("Counted anew, .*[1-9][0-9]* earlier")))
                .isVisible();
        page.getByLabel("are counted anew, by what this version says").check();
        assertNoBarrier();
        screenshot("signing");
        page.setViewportSize(PHONE, 900);
        screenshot("signing-phone");
        page.setViewportSize(1440, 900);
        button("Sign").click();

        // then the same person finds nothing more to sign, on this page or past it
        assertThat(page.locator(".charter-versions")).containsText("Head of marketing: Helena Marsh");
        assertThat(actions("Sign as")).hasCount(0);
        assertThat(signing(MARKETING, next, MARKETING)).isNotEqualTo(200);
        assertThat(signing(MARKETING, next, SALES)).isEqualTo(FORBIDDEN);

        // and the other head is not given marketing's place either, and nothing has changed
        assertThat(signing(SALES, next, MARKETING)).isEqualTo(FORBIDDEN);
        assertThat(inForce()).isEqualTo(before);
        assertThat(promised()).isNotEqualTo("PT3H15M");
        assertThat(due()).isEqualTo(due);

        // and when sales signs
        logOut();
        logIn(SALES);
        page.navigate(address("charter/" + next));
        button("Unterschreiben als Leitung des Vertriebs").click();
        assertThat(page.getByText("Ihre Wahl entscheidet")).isVisible();
        page.getByLabel("werden nach dieser Version neu gezählt").check();
        button("Unterschreiben").click();

        // then it holds
        assertThat(page.locator(".head-count")).containsText("Version " + next + " · in Kraft");
        assertThat(inForce()).isEqualTo(next);
        assertThat(promised()).isEqualTo("PT3H15M");

        // and the promise that ran is due as much working time earlier as the clause is shorter, which may be the day
        // before
        Duration shorter = Duration.ofMinutes(45);
        page.waitForCondition(
                () -> nineToFive().between(due(), due).equals(shorter),
                new Page.WaitForConditionOptions().setTimeout(SWEEPS_MILLIS));
    }

    /** A rep has asked about a lead of normal priority; says when the answer is due. */
    private Instant askedMarketing() {
        String lead = captured(company, 17, 17);
        String rep = owner(lead);
        String task = get(rep, "api/tasks?q=" + company).at("/items/0/id").asText();
        post(rep, "api/tasks/" + task + "/ask", Map.of("question", "Which offer did they see?"));
        page.waitForCondition(() -> question().path("step").asText().equals(QUESTION));
        return due();
    }

    private Instant due() {
        return Instant.parse(question().get("due").asText());
    }

    private JsonNode question() {
        return get(Roles.MARKETING, "api/tasks?q=" + company).at("/items/0");
    }

    private int inForce() {
        return get(Roles.SALES_REP, "api/charter").get("version").asInt();
    }

    /** What the charter in force promises for an answer of marketing's. */
    private String promised() {
        for (JsonNode each : get(Roles.SALES_REP, "api/charter").at("/provisions/clauses")) {
            if (each.get("name").asText().equals("answerQuestion")) {
                return each.get("normal").asText();
            }
        }
        throw new AssertionError("the charter promises no answer");
    }

    /** What REST answers to this person's signature in this place. */
    private int signing(String login, int version, String place) {
        String read =
                get(login, "api/charter/versions/" + version).get("contentHash").asText();
        return answer(
                login,
                "api/charter/versions/" + version + "/signatures",
                Map.of("mandate", place, "contentHash", read, "recompute", false));
    }

    private Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private Locator actions(String beginning) {
        return page.locator(".charter-draft vaadin-button").filter(new Locator.FilterOptions().setHasText(beginning));
    }
}
