package org.leadrelay.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.Chromium;
import org.leadrelay.ui.testing.RunningDemo;

/**
 * Latency of the inbox in a browser. With {@code -Dinbox.other=http://...} another running demo, such as the last
 * release, is measured in turns with this one: on a busy machine only the ratio says something.
 */
class InboxLatencyBenchmark {

    private static final int REPEATS = 50;
    private static final int LEADS = 130;
    private static final int WARM_UP = 10;

    /** One more than are walked: the first is open already. */
    private static final int HAND_OFFS = WARM_UP + REPEATS + 1;

    private static final double MOST_KILOBYTES = 400;
    private static final double LATEST_NEXT = 200;
    private static final double LATEST_COMPLETE = 500;

    private static final Path FIGURES = Path.of("target", "inbox-latency.txt");

    private final List<String> lines = new ArrayList<>();

    @Test
    void the_next_task_opens_at_once_and_the_inbox_loads_little() throws IOException {
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        String other = System.getProperty("inbox.other", "");
        Map<String, InboxInBrowser> contenders = new LinkedHashMap<>();
        BrowserContext any = Chromium.newSession();
        Browser browser = any.browser();
        Map<String, InboxInBrowser> reps = new LinkedHashMap<>();
        try {
            contend("now", browser, RunningDemo.address(), contenders, reps);
            if (!other.isEmpty()) {
                contend("other", browser, other, contenders, reps);
            }
            Map<String, Double> kilobytes = new LinkedHashMap<>();
            contenders.forEach((name, each) -> kilobytes.put(name, each.firstLoad() / 1000.0));
            kilobytes.forEach((name, size) -> say("first load, %s: %.0f kB".formatted(name, size)));
            measure(contenders, WARM_UP, InboxInBrowser::next);
            Percentiles next = told("j to the next task", measure(contenders, REPEATS, InboxInBrowser::next));
            Percentiles complete =
                    told("complete to the next task", measure(contenders, REPEATS, InboxInBrowser::complete));

            reps.values().forEach(InboxInBrowser::firstLoad);
            measure(reps, WARM_UP, InboxInBrowser::next);
            Percentiles card =
                    told("j to the next hand-off with its card", measure(reps, REPEATS, InboxInBrowser::next));

            assertThat(reps.get("now").hasCard()).isTrue();
            assertThat(kilobytes.get("now")).as("first load in kB").isLessThanOrEqualTo(MOST_KILOBYTES);
            assertThat(next.p95()).as("j to the next task").isLessThanOrEqualTo(LATEST_NEXT);
            assertThat(card.p95()).as("j to the next hand-off").isLessThanOrEqualTo(LATEST_NEXT);
            assertThat(complete.p95()).as("complete to the next task").isLessThanOrEqualTo(LATEST_COMPLETE);
        } finally {
            contenders.values().forEach(InboxInBrowser::close);
            reps.values().forEach(InboxInBrowser::close);
            any.close();
            Files.write(FIGURES, lines);
        }
    }

    /** A person of marketing with leads to qualify, and a rep with hand-offs. */
    private static void contend(
            String name,
            Browser browser,
            String address,
            Map<String, InboxInBrowser> marketing,
            Map<String, InboxInBrowser> reps) {
        try (DemoLeads leads = new DemoLeads(browser, address)) {
            leads.toQualify(LEADS);
            reps.put(name, new InboxInBrowser(browser, address, leads.handedOver(HAND_OFFS)));
            marketing.put(name, new InboxInBrowser(browser, address, "marketing"));
        }
    }

    /** In turns, so that whatever else the machine does slows all alike. */
    private static Map<String, Percentiles> measure(
            Map<String, InboxInBrowser> contenders, int repeats, ToDoubleFunction<InboxInBrowser> what) {
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        for (int i = 0; i < repeats; i++) {
            contenders.forEach((name, inbox) ->
                    taken.computeIfAbsent(name, any -> new ArrayList<>()).add(what.applyAsDouble(inbox)));
        }
        Map<String, Percentiles> found = new LinkedHashMap<>();
        taken.forEach((name, millis) -> found.put(name, Percentiles.of(millis)));
        return found;
    }

    private Percentiles told(String what, Map<String, Percentiles> found) {
        found.forEach((name, each) -> say("%s, %s: %s".formatted(what, name, each)));
        Percentiles now = found.values().iterator().next();
        if (found.containsKey("other")) {
            Percentiles other = found.get("other");
            say("%s, ratio: median %.2f, p95 %.2f"
                    .formatted(what, now.median() / other.median(), now.p95() / other.p95()));
        }
        return now;
    }

    private void say(String line) {
        System.out.println(line);
        lines.add(line);
    }
}
