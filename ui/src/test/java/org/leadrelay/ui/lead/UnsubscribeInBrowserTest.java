package org.leadrelay.ui.lead;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** A buyer gets a nurture mail and wants no more of them. */
class UnsubscribeInBrowserTest extends BrowserTest {

    private static final int LONG_WAY_MILLIS = 120_000;
    private static final int PHONE = 390;
    private static final Pattern LINK = Pattern.compile("<https?://[^/]+/(u/[a-z2-7]{26})>");

    private final String address = "buyer-" + UUID.randomUUID() + "@buyer.example";

    @Test
    void a_buyer_unsubscribes_with_one_click() {
        // given
        String lead = post(
                        Roles.MARKETING,
                        "api/leads",
                        Map.of(
                                "name",
                                "Salma Amin",
                                "email",
                                address,
                                "source",
                                "Webinar",
                                "consent",
                                Map.of("mail", true, "basis", "consent", "wording", "Yes, write to me")))
                .get("leadId")
                .asText();
        logIn(Roles.MARKETING);
        page.locator(".demo-clock").click();
        page.getByText("1 week", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Arrived."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WAY_MILLIS));
        page.waitForCondition(() -> link().isPresent(), new Page.WaitForConditionOptions().setTimeout(LONG_WAY_MILLIS));

        // when the buyer, who has no login, opens the link
        Page buyer = anotherPage();
        buyer.navigate(address(link().orElseThrow()));

        // then nothing has changed, and the page can be read everywhere
        assertThat(permitted(lead)).contains("MAIL");
        Page before = page;
        page = buyer;
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, PHONE}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 844);
                assertNoBarrier();
            }
        }
        page = before;

        // when
        buyer.getByRole(AriaRole.BUTTON).last().click();

        // then
        assertThat(buyer.getByRole(AriaRole.HEADING)).hasCount(1);
        assertThat(permitted(lead)).doesNotContain("MAIL");
    }

    private String permitted(String lead) {
        JsonNode card = get(Roles.MARKETING, "api/leads/" + lead);
        return card.get("permitted").toString();
    }

    private Optional<String> link() {
        for (MimeMessage each : mails()) {
            try {
                String[] unsubscribe = each.getHeader("List-Unsubscribe");
                if (unsubscribe != null
                        && each.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(address)) {
                    Matcher found = LINK.matcher(unsubscribe[0]);
                    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
                }
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
        return Optional.empty();
    }
}
