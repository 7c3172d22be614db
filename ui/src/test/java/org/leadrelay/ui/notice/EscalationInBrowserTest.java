package org.leadrelay.ui.notice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** A broken promise reaches the sales manager: in the bell, and by mail. */
class EscalationInBrowserTest extends BrowserTest {

    private static final int LONG_WAY_MILLIS = 120_000;
    private static final String MANAGER = "sales-manager@demo.example";

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_broken_promise_climbs_the_ladder_to_the_managers_mail() {
        // given
        String lead = handedOff();
        logIn(Roles.SALES_MANAGER);

        // when, in the manager's German, nobody answers the hand-off for a week
        page.locator(".demo-clock").click();
        page.getByText("1 Woche", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Angekommen."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WAY_MILLIS));
        page.getByText("Schließen", new Page.GetByTextOptions().setExact(true)).click();

        // then the bell tells
        assertThat(page.locator(".bell-number")).hasText(Pattern.compile("[1-9].*"));

        // and so does a letter, in plain text and in HTML, with a link to the lead
        page.waitForCondition(
                () -> !lettersToTheManager().isEmpty(), new Page.WaitForConditionOptions().setTimeout(LONG_WAY_MILLIS));
        Map<String, String> letter = lettersToTheManager().get(0);
        assertThat(letter).containsKeys("text/plain", "text/html");
        Pattern link = Pattern.compile("https?://[^/\\s]+/(lead/" + lead + ")");
        assertThat(letter.get("text/html")).containsPattern(link).contains(company);
        Matcher inText = link.matcher(letter.get("text/plain"));
        assertThat(inText.find()).isTrue();

        // and the link opens it
        page.navigate(address(inText.group(1)));
        assertThat(page.locator("body")).containsText(company);
    }

    private String handedOff() {
        String lead = captured(company, 20, 17);
        owner(lead);
        return lead;
    }

    /** Of this lead, each by the kind of its parts. */
    private List<Map<String, String>> lettersToTheManager() {
        List<Map<String, String>> found = new ArrayList<>();
        for (MimeMessage each : mails()) {
            try {
                boolean hers = Arrays.stream(each.getRecipients(Message.RecipientType.TO))
                        .anyMatch(to -> to.toString().contains(MANAGER));
                if (hers && each.getContent() instanceof Multipart parts) {
                    Map<String, String> letter = parts(parts);
                    if (letter.values().stream().anyMatch(text -> text.contains(company))) {
                        found.add(letter);
                    }
                }
            } catch (MessagingException | IOException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    private static Map<String, String> parts(Multipart parts) throws MessagingException, IOException {
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                found.putAll(parts(inner));
            } else {
                String type = new ContentType(part.getContentType()).getBaseType();
                found.put(type.toLowerCase(Locale.ROOT), String.valueOf(part.getContent()));
            }
        }
        return found;
    }
}
