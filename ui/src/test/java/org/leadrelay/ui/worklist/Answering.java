package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A person's inbox in the browser, as far as one lead's tasks go: open one, fill in, complete. */
final class Answering {

    private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

    private final Page page;

    private Answering(Page page) {
        this.page = page;
    }

    /** Opens the task of this step as soon as it is in the inbox at this address. */
    static Answering of(Page page, String inbox, String step) {
        page.navigate(inbox);
        page.locator(".task-list").getByText(step, EXACTLY).click();
        assertThat(page.locator(".task-step")).hasText(step);
        return new Answering(page);
    }

    /** Chooses by the words beside a button. */
    Answering choose(String field, String label) {
        input(field).getByText(label, EXACTLY).click();
        return this;
    }

    /** Chooses one of many, by how the choice begins in the person's language. */
    Answering pick(String field, String english, String german) {
        input(field)
                .locator("vaadin-radio-button > label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^(" + english + "|" + german + ")")))
                .click();
        return this;
    }

    Answering write(String field, String words) {
        input(field).locator("textarea, input").fill(words);
        return this;
    }

    /** Completes, and sees that it was taken. */
    void complete(String told) {
        page.locator("#complete").click();
        assertThat(page.getByText(told, new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    private Locator input(String field) {
        return page.locator("#field-" + field);
    }
}
