package org.leadrelay.assignment;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for sales managers: load, capacity and absence of reps, and the leads that wait. */
@RestController
@RequestMapping("/api/team")
@Tag(name = "Team")
class TeamApi {

    private static final Wording WORDING = Wording.of(TeamApi.class);

    private final Reps reps;
    private final Attendance attendance;
    private final Skills skills;
    private final HandOffs handOffs;
    private final CurrentPerson person;

    TeamApi(Reps reps, Attendance attendance, Skills skills, HandOffs handOffs, CurrentPerson person) {
        this.reps = reps;
        this.attendance = attendance;
        this.skills = skills;
        this.handOffs = handOffs;
        this.person = person;
    }

    record LimitsChange(
            @Nullable Integer capacity,
            @Nullable Integer perPeriod,
            @Nullable String period) {}

    record SkillsChange(Set<String> skills) {}

    record SkillNames(@Nullable String english, @Nullable String german) {}

    record AbsenceChange(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String deputy,
            @Nullable String openTasks) {

        private AbsenceHandling moving() {
            return openTasks == null
                    ? AbsenceHandling.STAY
                    : AbsenceHandling.of(openTasks)
                            .orElseThrow(() -> Invalid.field("openTasks", WORDING.text("openTasks")));
        }
    }

    @GetMapping("/reps")
    Page<RepChoice> all() {
        person.get().mustHave(Permission.MANAGE_REPS);
        return Page.ofAll(reps.all());
    }

    @PutMapping("/reps/{login}")
    RepChoice limits(@PathVariable String login, @RequestBody LimitsChange change) {
        if (change.capacity() == null) {
            throw Invalid.field("capacity", WORDING.text("noCapacity"));
        }
        return reps.setLimits(login, change.capacity(), change.perPeriod(), change.period());
    }

    @PutMapping("/reps/{login}/skills")
    RepChoice skills(@PathVariable String login, @RequestBody SkillsChange change) {
        return skills.of(login, change.skills());
    }

    @GetMapping("/skills")
    Page<Skill> skills() {
        return Page.ofAll(skills.all());
    }

    @PutMapping("/skills/{id}")
    Page<Skill> skill(@PathVariable String id, @RequestBody SkillNames names) {
        skills.put(id, names.english(), names.german());
        return skills();
    }

    @DeleteMapping("/skills/{id}")
    Page<Skill> noSkill(@PathVariable String id) {
        skills.remove(id);
        return skills();
    }

    @PostMapping("/reps/{login}/absences")
    RepChoice away(@PathVariable String login, @RequestBody AbsenceChange change) {
        return attendance.away(login, change.from(), change.until(), change.deputy(), change.moving());
    }

    @DeleteMapping("/reps/{login}/absences")
    RepChoice back(@PathVariable String login) {
        return attendance.back(login);
    }

    @DeleteMapping("/reps/{login}/absences/{id}")
    RepChoice cancel(@PathVariable String login, @PathVariable UUID id) {
        return attendance.cancel(login, id);
    }

    @GetMapping("/waiting")
    Page<WaitingLead> waiting(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        person.get().mustHave(Permission.MANAGE_REPS);
        Page.checkRows(offset, limit);
        return handOffs.waiting(offset, limit);
    }
}
