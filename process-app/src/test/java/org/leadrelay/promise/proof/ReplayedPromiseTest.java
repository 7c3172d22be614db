package org.leadrelay.promise.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.thursday;
import static org.leadrelay.testing.Week.tuesday;
import static org.leadrelay.testing.Week.wednesday;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.journal.Kind;

/** A row of the ledger, made again from the lines of the log. */
class ReplayedPromiseTest {

    private static final UUID LEAD = new UUID(0, 7);
    private static final UUID ID = new UUID(0, 8);

    private final ReplayedPromise promise = new ReplayedPromise(LEAD, opening());

    @Test
    void its_opening_tells_the_whole_row() {
        assertThat(row())
                .containsEntry("id", ID)
                .containsEntry("lead_id", LEAD)
                .containsEntry("clause", "answerHandOff")
                .containsEntry("element", "Activity_AnswerHandOff")
                .containsEntry("role", "sales-rep")
                .containsEntry("priority", "high")
                .containsEntry("charter_version", 3)
                .containsEntry("calendar_version", 4)
                .containsEntry("work", "PT8H")
                .containsEntry("opened_at", stored(monday("10:00")))
                .containsEntry("due_at", stored(tuesday("10:00")))
                .containsEntry("remind_at", stored(monday("16:00")))
                .containsEntry("state", "open")
                .containsEntry("pauses", 0)
                .containsEntry("renewals", 0)
                .containsEntry("arithmetic_en", "opened")
                .containsEntry("arithmetic_de", "eröffnet")
                .containsEntry("ended_at", null)
                .containsEntry("reminded_at", null);
    }

    @Test
    void a_pause_lasts_until_it_runs_on_with_another_due_instant() {
        // when
        onEvent(Kind.PROMISE_REMINDED, "at", monday("16:00"));
        onEvent(Kind.PROMISE_PAUSED, "at", monday("16:30"));

        // then
        assertThat(row()).containsEntry("paused_at", stored(monday("16:30"))).containsEntry("pauses", 1);

        // when
        onEvent(Kind.PROMISE_RESUMED, "due", wednesday("12:00"), "arithmeticEn", "resumed", "arithmeticDe", "weiter");

        // then
        assertThat(row())
                .containsEntry("paused_at", null)
                .containsEntry("pauses", 1)
                .containsEntry("due_at", stored(wednesday("12:00")))
                .containsEntry("remind_at", null)
                .containsEntry("reminded_at", stored(monday("16:00")))
                .containsEntry("arithmetic_en", "resumed")
                .containsEntry("arithmetic_de", "weiter");
    }

    @Test
    void the_buyers_day_is_waited_for_and_reminded_of_anew() {
        // given
        onEvent(Kind.PROMISE_REMINDED, "at", monday("16:00"));

        // when
        onEvent(
                Kind.PROMISE_RENEWED,
                "until",
                thursday("09:00"),
                "due",
                thursday("17:00"),
                "remind",
                thursday("15:00"),
                "arithmeticEn",
                "renewed",
                "arithmeticDe",
                "erneuert");

        // then
        assertThat(row())
                .containsEntry("waits_until", stored(thursday("09:00")))
                .containsEntry("renewals", 1)
                .containsEntry("due_at", stored(thursday("17:00")))
                .containsEntry("remind_at", stored(thursday("15:00")))
                .containsEntry("reminded_at", null);
    }

    @Test
    void a_new_charter_changes_time_and_versions() {
        // when
        onEvent(
                Kind.PROMISE_RECOUNTED,
                "due",
                wednesday("10:00"),
                "work",
                "PT16H",
                "charter",
                5,
                "calendar",
                6L,
                "arithmeticEn",
                "recounted",
                "arithmeticDe",
                "neu gezählt");

        // then
        assertThat(row())
                .containsEntry("work", "PT16H")
                .containsEntry("charter_version", 5)
                .containsEntry("calendar_version", 6)
                .containsEntry("due_at", stored(wednesday("10:00")));
    }

    @ParameterizedTest
    @CsvSource({"PROMISE_KEPT, kept", "PROMISE_VOID, void"})
    void it_ends_with_who_held_it(Kind kind, String state) {
        // given
        onEvent(Kind.PROMISE_PAUSED, "at", monday("16:30"));

        // when
        onEvent(kind, "ended", tuesday("09:00"), "holder", "ada");

        // then
        assertThat(row())
                .containsEntry("state", state)
                .containsEntry("ended_at", stored(tuesday("09:00")))
                .containsEntry("holder", "ada")
                .containsEntry("paused_at", null)
                .containsEntry("late_seconds", null);
    }

    @Test
    void once_broken_it_stays_broken_at_that_instant_and_ends_late() {
        // when
        onEvent(Kind.PROMISE_BROKEN, "at", tuesday("10:00"));
        onEvent(
                Kind.PROMISE_BROKEN,
                "at",
                tuesday("12:30"),
                "ended",
                tuesday("12:30"),
                "completedLate",
                "PT2H30M",
                "holder",
                "ada");
        onEvent(Kind.PROMISE_REASON, "reason", "noCapacity", "by", "ada", "at", friday("09:00"));

        // then
        assertThat(row())
                .containsEntry("state", "broken")
                .containsEntry("broken_at", stored(tuesday("10:00")))
                .containsEntry("ended_at", stored(tuesday("12:30")))
                .containsEntry("late_seconds", 9000L)
                .containsEntry("reason", "noCapacity")
                .containsEntry("reason_by", "ada")
                .containsEntry("reason_at", stored(friday("09:00")));
    }

    @Test
    void the_step_of_a_broken_promise_may_be_taken_away() {
        // when
        onEvent(Kind.PROMISE_BROKEN, "at", tuesday("10:00"));
        onEvent(Kind.PROMISE_ENDED, "ended", wednesday("10:00"));

        // then
        assertThat(row())
                .containsEntry("state", "broken")
                .containsEntry("ended_at", stored(wednesday("10:00")))
                .containsEntry("holder", null)
                .containsEntry("late_seconds", null);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PROMISE_OPENED", "TASK_CREATED", "COMMENT"})
    void a_line_that_is_not_about_a_promise_is_a_mistake(Kind kind) {
        assertThatIllegalStateException()
                .isThrownBy(() -> onEvent(kind, "at", monday("11:00")))
                .withMessageContaining(kind.code());
    }

    @Test
    void a_line_that_lacks_what_the_row_holds_says_what() {
        assertThatIllegalStateException()
                .isThrownBy(() -> onEvent(Kind.PROMISE_REASON, "reason", "other", "at", monday("11:00")))
                .withMessageContaining("tells no by");
        assertThatIllegalStateException()
                .isThrownBy(() -> new ReplayedPromise(LEAD, Map.of("promise", ID.toString(), "work", "PT8H")))
                .withMessageContaining("tells no charter");
    }

    @Test
    void only_an_opening_with_its_sum_is_told_whole() {
        assertThat(ReplayedPromise.isWhole(opening())).isTrue();
        assertThat(ReplayedPromise.isWhole(Map.of("promise", ID.toString()))).isFalse();
    }

    private static Map<String, Object> opening() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("promise", ID.toString()),
                Map.entry("clause", "answerHandOff"),
                Map.entry("element", "Activity_AnswerHandOff"),
                Map.entry("role", "sales-rep"),
                Map.entry("priority", "high"),
                Map.entry("charter", 3),
                Map.entry("calendar", 4),
                Map.entry("work", "PT8H"),
                Map.entry("opened", monday("10:00").toString()),
                Map.entry("due", tuesday("10:00").toString()),
                Map.entry("remind", monday("16:00").toString()),
                Map.entry("arithmeticEn", "opened"),
                Map.entry("arithmeticDe", "eröffnet")));
    }

    private void onEvent(Kind kind, Object... details) {
        Map<String, Object> told = new HashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            told.put((String) details[i], details[i + 1] instanceof Instant at ? at.toString() : details[i + 1]);
        }
        promise.onEvent(kind, told);
    }

    private Map<String, @Nullable Object> row() {
        String[] names = ReplayedPromise.COLUMNS.strip().split(",\\s*", -1);
        Object[] values = promise.row();
        assertThat(values).hasSameSizeAs(names);
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], values[i]);
        }
        return row;
    }

    private static Object stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
