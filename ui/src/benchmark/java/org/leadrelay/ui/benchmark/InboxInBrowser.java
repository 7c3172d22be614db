package org.leadrelay.ui.benchmark;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Browser driver of one running demo's inbox, which measures what a person waits for. */
final class InboxInBrowser implements AutoCloseable {

    /**
     * From a key to the painted form of another task, with its card for the first talk where it has one, in milliseconds of the page itself. The key is sent within
     * the page, so that the driver's own way there is not measured.
     */
    private static final String UNTIL_ANOTHER_TASK = """
        key => new Promise((done, failed) => {
            const open = () => {
                const lead = document.querySelector('.task-lead h2 a');
                const card = document.querySelector('#opening:not([hidden])');
                return lead && document.querySelector('.task-form > *') && (!card || card.querySelector('.opening-line'))
                    ? lead.href
                    : null;
            };
            const before = open();
            const began = performance.now();
            const observer = new MutationObserver(() => {
                const now = open();
                if (now && now !== before) {
                    observer.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
                }
            });
            observer.observe(document.body, { subtree: true, childList: true, attributes: true });
            setTimeout(() => failed(new Error('no other task opened')), 20000);
            const ctrlKey = key === 'Enter';
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true }));
        })
        """;

    /** What follows an opened task, such as its story, is over; a person reads in the meantime. */
    private static final int READING_MILLIS = 700;

    private final String address;
    private final BrowserContext session;
    private final Page page;
    private final AtomicLong transferred = new AtomicLong();

    /**
     * @param address of a running demo, such as {@code http://localhost:8080}
     * @param login of a person of the demo
     */
    InboxInBrowser(Browser browser, String address, String login) {
        this.address = address;
        BrowserContext start = browser.newContext(options());
        Page form = start.newPage();
        form.navigate(address + "/login");
        form.locator("input[name=username]").fill(login);
        form.locator("input[name=password]").fill("demo");
        form.locator("input[name=password]").press("Enter");
        form.locator(".lr-frame").waitFor();
        session = browser.newContext(options().setStorageState(start.storageState()));
        start.close();
        page = session.newPage();
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB");
    }

    /** Opens the inbox with an empty cache, and says how many bytes came over the wire. */
    long firstLoad() {
        Set<String> inline = new HashSet<>();
        CDPSession network = session.newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.requestWillBeSent", event -> {
            if (url(event).startsWith("data:")) {
                inline.add(event.get("requestId").getAsString());
            }
        });
        network.on("Network.loadingFinished", event -> {
            if (!inline.contains(event.get("requestId").getAsString())) {
                transferred.addAndGet(event.get("encodedDataLength").getAsLong());
            }
        });
        page.navigate(address + "/inbox");
        page.locator("lr-due").first().waitFor();
        page.waitForTimeout(3 * READING_MILLIS);
        long bytes = transferred.get();
        network.detach();
        return bytes;
    }

    private static String url(JsonObject request) {
        return request.getAsJsonObject("request").get("url").getAsString();
    }

    /** From {@code j} to the next task. */
    double next() {
        return press("j");
    }

    /** From {@code Ctrl+Enter} on an answered task to the next one. */
    double complete() {
        page.locator("#field-outcome").getByText("Disqualify").click();
        page.waitForTimeout(READING_MILLIS);
        return press("Enter");
    }

    /** Whether the task that is open has a card for the first talk that is unfolded. */
    boolean hasCard() {
        return page.locator(".opening-line").count() > 0;
    }

    private double press(String key) {
        double millis = ((Number) page.evaluate(UNTIL_ANOTHER_TASK, key)).doubleValue();
        page.waitForTimeout(READING_MILLIS);
        return millis;
    }

    @Override
    public void close() {
        session.close();
    }
}
