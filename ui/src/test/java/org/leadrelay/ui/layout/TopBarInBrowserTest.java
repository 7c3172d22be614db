package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** What no view names is in the browser's bundle all the same. */
class TopBarInBrowserTest extends BrowserTest {

    /** Flow's root is a plain element with a name of its own. */
    private static final String NOTHING_UNDEFINED = """
        () => [...document.querySelectorAll(':not(:defined)')]
            .every(each => each.localName.startsWith('flow-container-root'))
        """;

    @Test
    void every_element_that_the_top_bar_opens_is_defined() {
        // given
        logIn(Roles.MARKETING);
        page.navigate(address("settings"));

        // when
        page.locator(".bell vaadin-button").click();
        page.locator(".notices").waitFor();

        // then
        assertThat(page.waitForFunction(NOTHING_UNDEFINED).jsonValue()).isEqualTo(true);

        // and when
        page.keyboard().press("Escape");
        page.locator(".demo-clock").click();
        page.locator("vaadin-dialog-overlay").waitFor();

        // then
        assertThat(page.waitForFunction(NOTHING_UNDEFINED).jsonValue()).isEqualTo(true);
    }
}
