package org.leadrelay.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the assignment of calendars to teams and reps. */
@RestController
@RequestMapping("/api/calendar-of")
@Tag(name = "Calendars")
class CalendarUsersApi {

    private static final Wording WORDING = Wording.of(CalendarUsersApi.class);

    private final CalendarUsers users;

    CalendarUsersApi(CalendarUsers users) {
        this.users = users;
    }

    record Assignment(@Nullable String calendar) {}

    @GetMapping("/teams/{team}")
    @Operation(summary = "The calendar a team was given; 404 when none")
    Assignment ofTeam(@PathVariable UUID team) {
        return new Assignment(users.ofTeam(team).orElseThrow(() -> new NotFound(WORDING.text("noneGiven"))));
    }

    @PutMapping("/teams/{team}")
    @Operation(summary = "Give a team a calendar")
    Assignment giveTeam(@PathVariable UUID team, @RequestBody Assignment body) {
        String calendar = calendar(body);
        users.giveTeam(team, calendar);
        return new Assignment(calendar);
    }

    @DeleteMapping("/teams/{team}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a team count in the charter's calendar again")
    void takeFromTeam(@PathVariable UUID team) {
        users.takeFromTeam(team);
    }

    @GetMapping("/reps/{login}")
    @Operation(summary = "The calendar a rep was given, not counting their teams; 404 when none")
    Assignment ofRep(@PathVariable String login) {
        return new Assignment(users.ofRep(login).orElseThrow(() -> new NotFound(WORDING.text("noneGiven"))));
    }

    @PutMapping("/reps/{login}")
    @Operation(summary = "Give a rep a calendar of their own")
    Assignment giveRep(@PathVariable String login, @RequestBody Assignment body) {
        String calendar = calendar(body);
        users.giveRep(login, calendar);
        return new Assignment(calendar);
    }

    @DeleteMapping("/reps/{login}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a rep count in their team's calendar again, or in the charter's")
    void takeFromRep(@PathVariable String login) {
        users.takeFromRep(login);
    }

    private static String calendar(Assignment body) {
        if (body.calendar() == null || body.calendar().isBlank()) {
            throw Invalid.field("calendar", WORDING.text("noneNamed"));
        }
        return body.calendar().strip();
    }
}
