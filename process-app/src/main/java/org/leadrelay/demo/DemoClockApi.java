package org.leadrelay.demo;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the demo's clock; outside demo mode they do not exist. */
@RestController
@RequestMapping("/api/demo/clock")
@ConditionalOnDemo
class DemoClockApi {

    private static final Wording WORDING = Wording.of(DemoClockApi.class);

    private static final String NEXT_DEADLINE = "nextDeadline";

    private final DemoClock clock;

    DemoClockApi(DemoClock clock) {
        this.clock = clock;
    }

    /**
     * How far to move.
     *
     * @param forward an ISO duration, such as PT4H or P1D; or {@code nextDeadline}: to the moment
     *     at which the next promise has to be kept
     */
    record Move(@Nullable String forward) {}

    @GetMapping
    DemoClock.Time time() {
        return clock.time();
    }

    /** Answers when all that came due on the way has run. */
    @PostMapping
    DemoClock.Moved move(@RequestBody Move move) {
        return NEXT_DEADLINE.equals(move.forward()) ? clock.toNextDeadline() : clock.forward(duration(move.forward()));
    }

    private static Duration duration(@Nullable String forward) {
        if (forward == null || forward.isBlank()) {
            throw Invalid.field("forward", WORDING.text("missing"));
        }
        try {
            return Duration.parse(forward.strip());
        } catch (DateTimeParseException e) {
            throw Invalid.field("forward", WORDING.text("noDuration"));
        }
    }
}
