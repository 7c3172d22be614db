package org.leadrelay.lead;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Agreed lists of what people learn of a lead: an answer from one of them becomes the lead's fact of the same name. A
 * charter that was signed before there were these lists may lack any of them: then it is not asked, and nothing becomes
 * a fact.
 */
public enum LearnedList {
    INTEREST("interest"),

    /** When they want to decide. It grows old: who wanted to decide within a month says so for a month. */
    TIMELINE("timeline"),

    /** What say the person has in the purchase. */
    DECIDER("decider");

    /** The line of a list that says nothing: answered so, what was known stays known. */
    public static final String UNKNOWN = "unknown";

    private static final Map<String, Duration> TIMELINE_COUNTS = Map.of(
            "now", Duration.ofDays(30),
            "quarter", Duration.ofDays(90),
            "year", Duration.ofDays(365),
            "later", Duration.ofDays(365));

    /** Of a line that a charter adds. */
    private static final Duration OTHER_TIMELINE_COUNTS = Duration.ofDays(90);

    private final String code;

    LearnedList(String code) {
        this.code = code;
    }

    /** The name of the list in the charter, and of the fact. */
    public String code() {
        return code;
    }

    public static Optional<LearnedList> of(@Nullable String name) {
        return Arrays.stream(values()).filter(each -> each.code.equals(name)).findFirst();
    }

    /** For how many calendar days such an answer counts from when it was given; empty for one that does not grow old. */
    public Optional<Duration> counts(String answer) {
        return this == TIMELINE
                ? Optional.of(TIMELINE_COUNTS.getOrDefault(answer, OTHER_TIMELINE_COUNTS))
                : Optional.empty();
    }
}
