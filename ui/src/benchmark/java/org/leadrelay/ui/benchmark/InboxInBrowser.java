package org.leadrelay.ui.benchmark;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Browser driver of one running demo's inbox, which measures what a person of marketing waits for. */
final class InboxInBrowser implements AutoCloseable {

    private static final String MARKETING = "marketing";

    /**
     * From a key to the painted form of another task, in milliseconds of the page itself. The key is sent within
     * the page, so that the driver's own way there is not measured.
     */
    private static final String UNTIL_ANOTHER_TASK = """
        key => new Promise((done, failed) => {
            const open = () => {
                const lead = document.querySelector('.task-lead h2 a');
                return lead && document.querySelector('.task-form > *') ? lead.href : null;
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
     */
    InboxInBrowser(Browser browser, String address) {
        this.address = address;
        BrowserContext login = browser.newContext(options());
        Page form = login.newPage();
        form.navigate(address + "/login");
        form.locator("input[name=username]").fill(MARKETING);
        form.locator("input[name=password]").fill("demo");
        form.locator("input[name=password]").press("Enter");
        form.locator(".lr-frame").waitFor();
        session = browser.newContext(options().setStorageState(login.storageState()));
        login.close();
        page = session.newPage();
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB");
    }

    /** Leads that marketing has to qualify. */
    void capture(int leads) {
        String basic = Base64.getEncoder().encodeToString((MARKETING + ":demo").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < leads; i++) {
            APIResponse answer = session.request()
                    .post(
                            address + "/api/leads",
                            RequestOptions.create()
                                    .setHeader("Authorization", "Basic " + basic)
                                    .setData(Map.of(
                                            "firstName",
                                            "Salma",
                                            "lastName",
                                            "Amin " + i,
                                            "email",
                                            "salma@firm" + i + ".example",
                                            "company",
                                            "Analytical Engines " + i,
                                            "source",
                                            "Webinar",
                                            "profileScore",
                                            20,
                                            "activityScore",
                                            "14")));
            if (!answer.ok()) {
                throw new IllegalStateException(answer.text());
            }
        }
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
