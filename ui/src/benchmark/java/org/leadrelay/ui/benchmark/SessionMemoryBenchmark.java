package org.leadrelay.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.Chromium;
import org.leadrelay.ui.testing.RunningDemo;

/**
 * Heap at rest, and heap per person logged in: each has a session and a browser of their own with the inbox and a task open, after
 * having looked at a lead and the promises. Measured after full garbage collections, in megabytes of 1,000,000 bytes.
 */
class SessionMemoryBenchmark {

    private static final int PEOPLE = Integer.getInteger("benchmark.sessions", 40);
    private static final int LEADS = 60;
    private static final double MOST_MEGABYTES_EACH = 3;
    private static final List<String> LOGINS =
            List.of(Roles.MARKETING, Roles.SALES_REP, Roles.SALES_MANAGER, "marketing-2", "ben");

    private static final Path FIGURES = Path.of("target", "session-memory.txt");

    @Test
    void a_person_logged_in_takes_little() throws IOException {
        // given
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        String address = RunningDemo.address();
        BrowserContext any = Chromium.newSession();
        Browser browser = any.browser();
        try (DemoLeads leads = new DemoLeads(browser, address)) {
            leads.toQualify(LEADS);
        }
        List<BrowserContext> sessions = new ArrayList<>();
        LOGINS.forEach(login -> sessions.add(atWork(browser, address, login)));
        double rest = heap();

        // when
        for (int person = 0; person < PEOPLE; person++) {
            sessions.add(atWork(browser, address, LOGINS.get(person % LOGINS.size())));
        }
        double each = (heap() - rest) / PEOPLE;

        // then
        String said = "heap with %d people logged in: %.0f MB; each of %d more: %.2f MB"
                .formatted(LOGINS.size(), rest, PEOPLE, each);
        System.out.println(said);
        Files.writeString(FIGURES, said + System.lineSeparator());
        sessions.forEach(BrowserContext::close);
        any.close();
        assertThat(each).as("MB a person").isLessThanOrEqualTo(MOST_MEGABYTES_EACH);
    }

    private static BrowserContext atWork(Browser browser, String address, String login) {
        BrowserContext session = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB"));
        Page page = session.newPage();
        page.navigate(address + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("demo");
        page.locator("input[name=password]").press("Enter");
        page.locator(".lr-frame").waitFor();
        page.navigate(address + "/promises");
        page.locator("h1").first().waitFor();
        page.navigate(address + "/inbox");
        page.locator("lr-due").first().waitFor();
        page.keyboard().press("j");
        page.locator(".task-lead h2 a").first().waitFor();
        return session;
    }

    /** What lives, in megabytes. */
    private static double heap() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
