package org.leadrelay.ui.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** From a number to the leads behind it, and one's own letters. */
class BoardsInBrowserTest extends BrowserTest {

    private static final String HEAD = "head-of-marketing";
    private static final int LONG_WAY_MILLIS = 120_000;

    @Test
    void a_head_of_marketing_finds_why_leads_of_one_source_are_rejected_and_opens_them() {
        // given
        String lead = rejected("Quarrel Ltd");
        logInInEnglish(HEAD);

        // when: from wherever they are
        page.keyboard().press("g");
        page.keyboard().press("b");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Reasons").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/boards/reasons"));
        page.locator("#board-source input").fill("Webinar");
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText("Webinar"))
                .click();

        // then
        assertThat(page).hasURL(Pattern.compile(".*/boards/reasons\\?source=Webinar"));

        // and when
        Locator reason = page.locator("#number-reasons\\.reason tr")
                .filter(new Locator.FilterOptions().setHasText("No budget in sight"));
        assertThat(reason).isVisible();
        assertNoBarrier();
        reason.locator("a").first().click();

        // then
        Locator opened = page.locator(".board-leads a[href='lead/" + lead + "']");
        assertThat(opened).hasText("Salma Amin");
        assertNoBarrier();

        // and when
        opened.click();

        // then
        assertThat(page).hasURL(Pattern.compile(".*/lead/" + lead + ".*"));

        // and when
        page.goBack();
        page.goBack();

        // then
        assertThat(page).hasURL(Pattern.compile(".*/boards/reasons\\?source=Webinar"));
        assertThat(reason).isVisible();
    }

    @Test
    void every_board_and_ones_own_mails_have_no_serious_barrier() {
        rejected("Barrier Ltd");
        logInInEnglish(HEAD);
        for (String board :
                List.of("funnel", "became", "reasons?group=source", "laps", "response", "conversion", "criteria")) {
            look("boards/" + board, ".board-joint");
        }
        look("boards/mail", "h1");
    }

    private void look(String path, String shown) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(address(path));
            for (int width : new int[] {1440, 390}) {
                page.setViewportSize(width, 900);
                assertThat(page.locator(shown).first()).isVisible();
                if (scheme == ColorScheme.LIGHT) {
                    assertNoBarrier();
                } else {
                    assertReadable();
                }
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s at %d is no wider than the screen", path, width)
                        .isTrue();
            }
        }
    }

    @Test
    void a_marketer_reads_mondays_mail_and_opens_the_lead_that_sales_rejected() {
        // given: a lead that she qualified, and that a rep has rejected
        String company = "Monday" + UUID.randomUUID().toString().substring(0, 8);
        String lead = captured(company, 20, 14);
        complete(
                Roles.MARKETING,
                company,
                Map.of(
                        "outcome",
                        "salesReady",
                        "need",
                        "yes",
                        "budget",
                        true,
                        "timeframe",
                        "now",
                        "authority",
                        "decides"));
        String rep = owner(lead);
        complete(rep, company, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        page.waitForCondition(() -> counted(lead, "tooEarly"));
        logInInEnglish(Roles.MARKETING);

        // when a Monday comes; early on a Monday the one that tells of this week is more than a week away
        goOn("1 week");
        goOn("1 day");
        page.waitForCondition(
                () -> !letters(company).isEmpty(), new Page.WaitForConditionOptions().setTimeout(LONG_WAY_MILLIS));

        // then
        String letter = letters(company).get(0);
        assertThat(letter).contains("Marketing and sales together:", "Too early, still gathering information", company);

        // and its links lead to the lead, and to where the letter is ended
        Matcher link = Pattern.compile("https?://[^/\\s]+/(lead/" + lead + ")").matcher(letter);
        assertThat(link.find()).isTrue();
        page.navigate(address(link.group(1)));
        assertThat(page.locator("body")).containsText(company);
        Matcher end = Pattern.compile("https?://[^/\\s]+/(boards/mail\\?end=[0-9a-f-]+)")
                .matcher(letter);
        assertThat(end.find()).isTrue();
        page.navigate(address(end.group(1)));
        assertThat(page.locator("vaadin-confirm-dialog-overlay")).containsText("End the mail What became of it?");
    }

    private void complete(String login, String company, Map<String, ?> answers) {
        page.waitForCondition(
                () -> get(login, "api/tasks?q=" + company).at("/items/0/id").isTextual());
        String task = get(login, "api/tasks?q=" + company).at("/items/0/id").asText();
        post(login, "api/tasks/" + task + "/complete", Map.of("answers", answers));
    }

    private void goOn(String way) {
        page.locator(".demo-clock").click();
        page.getByText(way, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Arrived."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WAY_MILLIS));
        page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Arrived.")).isHidden();
    }

    /** To the marketer, about this company, as plain text. */
    private static List<String> letters(String company) {
        List<String> found = new ArrayList<>();
        for (MimeMessage each : mails()) {
            try {
                if (each.getAllRecipients()[0].toString().contains("marketing@demo.example")) {
                    String text = plain(each);
                    if (text.contains(company) && text.contains("/boards/mail?end=")) {
                        found.add(text);
                    }
                }
            } catch (MessagingException | IOException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    private static String plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = plain(parts.getBodyPart(i));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** A webinar's lead that a rep has rejected for its budget, as the boards count it. */
    private String rejected(String company) {
        String lead = captured(company, 20, 17);
        complete(owner(lead), company, Map.of("outcome", "reject", "rejectionReason", "noBudget"));
        page.waitForCondition(() -> counted(lead, "noBudget"));
        return lead;
    }

    /** The projection follows within seconds. */
    private boolean counted(String lead, String reason) {
        JsonNode rows =
                get(HEAD, "api/boards/reasons/leads?number=reasons.reason&part=numerator&size=200&group=" + reason);
        for (JsonNode each : rows.get("items")) {
            if (each.get("leadId").asText().equals(lead)) {
                return true;
            }
        }
        return false;
    }
}
