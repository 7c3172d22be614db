package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rendering of ISO 8601 durations and cycles in words. They run by the clock, not by working time. */
final class TimeSpan {

    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/(P[^/]+)(?:/.*)?");
    private static final Pattern DURATION = Pattern.compile(
            "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final List<String> UNITS = List.of("year", "month", "week", "day", "hour", "minute", "second");

    private TimeSpan() {}

    /** "after 4 hours"; empty for anything else. */
    static Optional<String> of(String iso, ModelPhrases speech) {
        Matcher cycle = CYCLE.matcher(iso.strip());
        if (cycle.matches()) {
            String key = cycle.group(1).isEmpty() ? "time.againAndAgain" : "time.again";
            return duration(cycle.group(2), speech).map(each -> speech.text(key, each, cycle.group(1)));
        }
        return duration(iso.strip(), speech).map(each -> speech.text("time.after", each));
    }

    private static Optional<String> duration(String iso, ModelPhrases speech) {
        Matcher duration = DURATION.matcher(iso);
        if (!duration.matches() || iso.length() < "P1D".length()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < UNITS.size(); i++) {
            @Nullable String amount = duration.group(i + 1);
            if (amount != null) {
                parts.add(speech.text(amount.equals("1") ? UNITS.get(i) : UNITS.get(i) + "s", amount));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }
}
