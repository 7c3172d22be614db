package org.leadrelay.ui.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** Pages under their content security policy: nothing of theirs is refused, a planted script is. */
class PolicyInBrowserTest extends BrowserTest {

    private static final String LISTENING = "document.addEventListener('securitypolicyviolation',"
            + " event => window.refused(event.violatedDirective + ' ' + event.blockedURI))";

    private final List<String> refused = new ArrayList<>();

    @Test
    void nothing_of_the_main_pages_is_refused() {
        listenTo(page);
        logIn(Roles.MARKETING);
        String lead = get(Roles.MARKETING, "api/leads").at("/items/0/id").asText();
        String task = get(Roles.MARKETING, "api/tasks").at("/items/0/id").asText();
        shows("inbox", ".task-list .first");
        shows("inbox/" + task, "#complete");
        shows("leads", "vaadin-grid a");
        shows("lead/" + lead, "lr-bpmn-diagram[drawn]");
        shows("imports", "vaadin-upload");
        logOut();
        logIn(Roles.SALES_MANAGER);
        shows("promises", "lr-chart[drawn]");
        shows("charter", ".charter-document h2");
        shows("calendars", ".day");
        assertThat(refused).isEmpty();
    }

    @Test
    void a_script_that_came_in_with_a_text_does_not_run() {
        // given: a page of its own, for the refusal stands in its console
        Page planted = page.context().newPage();
        listenTo(planted);
        planted.navigate(address("login"));
        planted.getByLabel("Login").waitFor();

        // when
        planted.evaluate("() => { const text = document.createElement('div');"
                + " text.innerHTML = '<img src=\"nowhere\" onerror=\"window.ran = true\">';"
                + " document.body.append(text); }");
        planted.waitForCondition(() -> !refused.isEmpty());

        // then
        assertThat(refused).anyMatch(each -> each.startsWith("script-src"));
        assertThat(planted.evaluate("() => window.ran === undefined")).isEqualTo(true);
    }

    private void listenTo(Page opened) {
        opened.exposeFunction("refused", said -> refused.add(String.valueOf(said[0])));
        opened.addInitScript(LISTENING);
    }

    private void shows(String path, String shown) {
        page.navigate(address(path));
        assertThat(page.locator(shown).first()).isVisible();
    }
}
