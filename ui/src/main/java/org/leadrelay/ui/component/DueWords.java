package org.leadrelay.ui.component;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.DurationWords;
import org.leadrelay.workingtime.WorkSpan;
import org.leadrelay.worklist.TaskRow;
import org.springframework.stereotype.Component;

/**
 * Text of what is left of a promise or late, in working time of whoever holds it: their own hours or their team's,
 * else the charter's. Every place that says it asks here, or shows a {@link DueTime}, which counts on by itself.
 */
@Component
public class DueWords {

    private final Charter charter;
    private final Times times;
    private final Clock clock;

    DueWords(Charter charter, Times times, Clock clock) {
        this.charter = charter;
        this.times = times;
        this.clock = clock;
    }

    /** "due tomorrow 10:30 (2 working hours left)", "was due today 10:30 (25 min late)". */
    public String sentence(TaskRow task, Locale locale) {
        if (task.waiting()) {
            return I18NProvider.translate(locale, "due.sentence.waiting");
        }
        Instant due = task.due();
        return due == null
                ? I18NProvider.translate(locale, "due.sentence.none")
                : sentence(due, task.assignee(), locale);
    }

    /**
     * The same of any promise.
     *
     * @param holder login of who has the step, null while nobody does
     */
    public String sentence(Instant due, @Nullable String holder, Locale locale) {
        WorkSpan span = span(due, holder);
        return I18NProvider.translate(
                locale,
                span.late() ? "due.sentence.late" : "due.sentence.open",
                times.near(due, locale),
                DurationWords.span(span, locale));
    }

    /** "7 working days 4 h left", "25 min late". */
    public String left(Instant due, @Nullable String holder, Locale locale) {
        return DurationWords.span(span(due, holder), locale);
    }

    /** How much working time that is, whether left or late: "7 working days 4 h". */
    public String length(Instant due, @Nullable String holder, Locale locale) {
        return DurationWords.length(span(due, holder).amount(), locale);
    }

    /** How late something was done after all, as the ledger counted it: "1 working day 2 h". */
    public String length(Instant from, Duration work, @Nullable String holder, Locale locale) {
        return DurationWords.length(WorkSpan.after(hours(holder), from, work).amount(), locale);
    }

    Instant now() {
        return clock.instant();
    }

    /** The formats of days and times. */
    public Times times() {
        return times;
    }

    WorkSpan span(Instant due, @Nullable String holder) {
        return WorkSpan.of(hours(holder), clock.instant(), due);
    }

    BusinessCalendar hours(@Nullable String holder) {
        return charter.calendarOf(holder);
    }
}
