package org.leadrelay.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.leadrelay.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for business calendars: read by everybody, changed by those who may. */
@RestController
@RequestMapping("/api/calendars")
@Tag(name = "Calendars")
class CalendarsApi {

    private final CalendarAdministration keeping;
    private final CalendarUsers users;

    CalendarsApi(CalendarAdministration keeping, CalendarUsers users) {
        this.keeping = keeping;
        this.users = users;
    }

    record VersionItem(int version, String name, String madeBy, Instant madeAt) {}

    @GetMapping
    @Operation(summary = "The newest version of every calendar")
    Page<CalendarView> all() {
        return Page.ofAll(
                keeping.all().stream().map(each -> CalendarView.of(each, null)).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "The newest version of a calendar, and who counts in it")
    CalendarView one(@PathVariable String id) {
        return CalendarView.of(keeping.newest(id), users.of(id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Make a calendar, or its next version",
            description = "Send the version you read; 409 when somebody made another meanwhile. What says"
                    + " the same as before makes no new version.")
    ResponseEntity<CalendarView> save(@PathVariable String id, @RequestBody CalendarForm form) {
        CalendarVersion saved = keeping.save(id, form);
        CalendarView answer = CalendarView.of(saved, users.of(id));
        return form.version() == null
                ? ResponseEntity.created(URI.create("/api/calendars/" + id)).body(answer)
                : ResponseEntity.ok(answer);
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "All versions with who made them, newest first")
    Page<VersionItem> versions(@PathVariable String id) {
        return Page.ofAll(keeping.versions(id).stream()
                .map(each -> new VersionItem(each.version(), each.content().name(), each.madeBy(), each.madeAt()))
                .toList());
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "One version as it was")
    CalendarView version(@PathVariable String id, @PathVariable int version) {
        return CalendarView.of(keeping.version(id, version), null);
    }
}
