package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.regex.Pattern;

/** A person who works by keyboard alone: presses keys, counts them, and knows where the focus is. */
final class Keyboard {

    private static final String FOCUS = """
        () => {
            let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) {
                at = at.shadowRoot.activeElement;
            }
            if (!at || at === document.body) {
                return 'body';
            }
            if (at.matches('td') && (at.getAttribute('part') ?? '').includes('open')) {
                return 'row';
            }
            const field = at.closest('[id^="field-"]');
            return field ? field.id : at.closest('dialog, vaadin-dialog-overlay') ? 'dialog' : at.localName;
        }\
        """;

    private final Page page;
    private int pressed;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Waits until the inbox has put the focus where keys work. */
    Keyboard inbox() {
        page.waitForCondition(() -> !List.of("body", "main").contains(focus()));
        return this;
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
            pressed++;
        }
        return this;
    }

    /** Each letter is a press. */
    Keyboard type(String words) {
        page.keyboard().type(words);
        pressed += words.length();
        return this;
    }

    /** What has the focus, through all shadow roots: row, the field's id, dialog, body, or the element's name. */
    String focus() {
        return page.evaluate(FOCUS).toString();
    }

    /** Waits until the focus is there. */
    Keyboard isAt(String place) {
        try {
            page.waitForCondition(() -> focus().equals(place));
        } catch (TimeoutError e) {
            throw new AssertionError("the focus is expected at " + place + " and is at " + focus(), e);
        }
        return this;
    }

    /** Waits for what the open task is called. */
    Keyboard sees(String step) {
        assertThat(page.locator(".task-step")).hasText(step);
        return this;
    }

    /** Opens the first task of this company. */
    Keyboard finds(String company) {
        press("f").type(company).press("Enter");
        page.waitForURL(Pattern.compile(".*q=" + company + ".*"));
        press("j").isAt("row");
        return this;
    }

    /** Does it, and sees the task go. */
    Keyboard completes(Runnable how) {
        String open = page.url();
        how.run();
        page.waitForCondition(() -> !page.url().equals(open));
        page.waitForCondition(() -> !focus().equals("body"));
        return this;
    }

    /** Says how many presses it took since the last time, and holds that it were no more. */
    void took(String what, int atMost) {
        System.out.printf("%-40s %d key presses%n", what, pressed);
        assertThat(pressed).as("key presses to " + what).isLessThanOrEqualTo(atMost);
        pressed = 0;
    }

    /** What went before is not counted. */
    Keyboard counting() {
        pressed = 0;
        return this;
    }
}
