package org.leadrelay.ui.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.DurationWords;
import org.leadrelay.workingtime.WorkSpan;
import org.leadrelay.worklist.TaskRow;

/**
 * Countdown of a promise in working time, over a bar of what is left. It counts on by itself, and stands still
 * while its holder's calendar is closed. Needs {@link #speak} on itself or on something around it.
 */
@Tag("lr-due")
@JsModule("./components/due-time.ts")
public class DueTime extends Component implements HasStyle {

    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Open stretches to count on in: enough until a screen is read again. */
    private static final int STRETCHES = 4;

    /** Working days around the number that is said now, for the same reason. */
    private static final int DAYS_BEHIND = 3;

    /**
     * What the browser counts on with; instants and lengths in milliseconds.
     *
     * @param now the product's time
     * @param work working time between now and the due instant
     * @param total working time from the opening to the due instant
     * @param first number of whole working days that the first of {@code days} stands for
     * @param days working time of that many days next to the due instant, and of one day more each
     * @param open when the calendar opens and closes next, by turns
     */
    record Promise(
            long now,
            long due,
            @Nullable Long remind,
            long work,
            long total,
            int first,
            List<Long> days,
            List<Long> open,
            String day,
            String time,
            String exact) {

        private Promise with(@Nullable Instant reminded, Instant at, Times times, Locale locale) {
            return new Promise(
                    now,
                    due,
                    reminded == null ? null : reminded.toEpochMilli(),
                    work,
                    total,
                    first,
                    days,
                    open,
                    times.day(at, locale),
                    times.time(at, locale),
                    times.exact(at, locale));
        }
    }

    /** Gives every due time within this component its words and its time zone. */
    public static void speak(Component around, DueWords due) {
        Map<String, String> words = new LinkedHashMap<>(DurationWords.patterns(locale(around)));
        words.put("zone", due.times().zone().getId());
        for (String each : List.of("today", "tomorrow", "yesterday", "waiting", "none", "sentence.open")) {
            words.put(each, around.getTranslation("due." + each, "{0}", "{1}"));
        }
        words.put("sentence.late", around.getTranslation("due.sentence.late", "{0}", "{1}"));
        words.put("sentence.waiting", around.getTranslation("due.sentence.waiting"));
        words.put("sentence.none", around.getTranslation("due.sentence.none"));
        around.getElement().setAttribute("due-words", json(words));
    }

    /** Shows what is left of a task's promise. */
    public void show(TaskRow task, DueWords words) {
        getElement().setProperty("waiting", task.waiting());
        getElement().setProperty("promise", promise(task, words, this));
    }

    /** Says it as a sentence, with the day and the time at which it is due. */
    public DueTime asSentence() {
        getElement().setProperty("sentence", true);
        return this;
    }

    /** A task's promise as the element in the browser takes it; empty where nothing is due. */
    public static String promise(TaskRow task, DueWords words, Component near) {
        Locale locale = locale(near);
        Instant due = task.due();
        if (due == null) {
            return "";
        }
        return json(counted(words.hours(task.assignee()), words.now(), task.createdAt(), due)
                .with(task.remind(), due, words.times(), locale));
    }

    /** What a browser counts on with from now on, without anything to read. */
    static Promise counted(BusinessCalendar hours, Instant now, Instant since, Instant due) {
        WorkSpan span = WorkSpan.of(hours, now, due);
        List<Duration> days = span.days();
        int first = Math.max(0, span.amount().days() - DAYS_BEHIND);
        return new Promise(
                now.toEpochMilli(),
                due.toEpochMilli(),
                null,
                span.work().toMillis(),
                hours.between(since, due).toMillis(),
                first + 1,
                days.subList(first, days.size()).stream()
                        .map(Duration::toMillis)
                        .toList(),
                hours.openings(now, STRETCHES).stream()
                        .map(Instant::toEpochMilli)
                        .toList(),
                "",
                "",
                "");
    }

    private static Locale locale(Component around) {
        return around.getUI().orElseGet(UI::getCurrent).getLocale();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words and numbers are always JSON", e);
        }
    }
}
