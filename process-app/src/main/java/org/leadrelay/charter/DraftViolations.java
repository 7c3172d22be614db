package org.leadrelay.charter;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/** Collector of a draft's violations, field by field. */
final class DraftViolations {

    private static final Wording WORDING = Wording.of(DraftViolations.class);

    /** Ten thousand hours: five years of eight-hour days. More is a mistake, not a promise. */
    private static final Duration LONGEST = Duration.ofHours(10_000);

    /** Five years of days, as {@link #LONGEST}. */
    private static final int MOST_DAYS = 1_250;

    private final List<Invalid.Violation> all = new ArrayList<>();

    void add(String field, String key, @Nullable Object... arguments) {
        all.add(new Invalid.Violation(field, WORDING.text("wrong." + key, arguments)));
    }

    void text(String field, String value, int longest) {
        if (value.isBlank()) {
            add(field, "missing");
        } else if (value.length() > longest) {
            add(field, "tooLong", longest);
        } else if (value.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            add(field, "control");
        }
    }

    void words(String field, Words words, int longest) {
        text(field + ".english", words.english(), longest);
        text(field + ".german", words.german(), longest);
    }

    /** Words for one line: they stand in the subject of a mail. */
    void heading(String field, Words words, int longest) {
        words(field, words, longest);
        if (words.english().contains("\n")) {
            add(field + ".english", "control");
        }
        if (words.german().contains("\n")) {
            add(field + ".german", "control");
        }
    }

    void code(String field, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            add(field, "code", value);
        }
    }

    void number(String field, int value, int least, int most) {
        if (value < least || value > most) {
            add(field, "number", least, most);
        }
    }

    /** Whole days and what is on top of them. */
    void amount(String field, WorkAmount work) {
        if (work.days() > MOST_DAYS) {
            add(field, "tooMuchWork");
        } else if (work.days() == 0 || !work.rest().isZero()) {
            work(field, work.rest());
        }
    }

    private void work(String field, Duration work) {
        if (work.isZero() || work.isNegative()) {
            add(field, "noWork");
        } else if (work.compareTo(LONGEST) > 0) {
            add(field, "tooMuchWork");
        } else if (!work.equals(work.truncatedTo(ChronoUnit.SECONDS))) {
            add(field, "fractions");
        }
    }

    /** The same name twice in one list. */
    void unique(String field, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String each : names) {
            if (!seen.add(each)) {
                add(field, "twice", each);
            }
        }
    }

    void refuseIfAny() {
        if (!all.isEmpty()) {
            throw Invalid.of(all);
        }
    }
}
