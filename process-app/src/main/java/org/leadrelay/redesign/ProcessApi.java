package org.leadrelay.redesign;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of the process as it runs: what stands where, and the engine's failed jobs. */
@RestController
@RequestMapping("/api/process")
@Tag(name = "Process")
class ProcessApi {

    private static final Wording WORDING = Wording.of(ProcessApi.class, "jobs");

    private final Releases releases;
    private final ProcessDashboard book;
    private final LiveTables tables;
    private final MissingRoles roles;
    private final FailedJobs failed;
    private final JobRepair repair;

    ProcessApi(
            Releases releases,
            ProcessDashboard book,
            LiveTables tables,
            MissingRoles roles,
            FailedJobs failed,
            JobRepair repair) {
        this.releases = releases;
        this.book = book;
        this.tables = tables;
        this.roles = roles;
        this.failed = failed;
        this.repair = repair;
    }

    /**
     * The process as it runs.
     *
     * @param release number of the release in force
     * @param missingRoles roles that models give tasks to and that there are no more
     */
    record RunningProcess(
            int release, List<LiveModel> models, List<LiveTable> tables, List<MissingRoles.MissingRole> missingRoles) {}

    /**
     * Which failed jobs are meant.
     *
     * @param model the process id; with an element. Both left out: all
     */
    record Which(@Nullable String model, @Nullable String element) {}

    /**
     * The same with the moment of the next try.
     */
    record Postponed(
            @Nullable String model,
            @Nullable String element,
            @Nullable Instant until) {}

    record Until(@Nullable Instant until) {}

    /**
     * @param jobs how many are tried again
     */
    record Repaired(int jobs) {}

    @GetMapping
    RunningProcess running() {
        List<LiveModel> models = book.models();
        return new RunningProcess(releases.current().release(), models, tables.all(), roles.all());
    }

    @GetMapping("/failed-steps")
    List<FailedStep> failedSteps() {
        return failed.steps();
    }

    @GetMapping("/failed-jobs")
    Page<FailedJob> failedJobs(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String element,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return failed.at(place(model, element), offset, limit);
    }

    @PostMapping("/failed-jobs/{id}/retry")
    Repaired retry(@PathVariable String id) {
        repair.retry(id);
        return new Repaired(1);
    }

    @PostMapping("/failed-jobs/{id}/postpone")
    Repaired postpone(@PathVariable String id, @RequestBody Until until) {
        repair.postpone(id, until.until());
        return new Repaired(1);
    }

    @PostMapping("/failed-jobs/retry")
    Repaired retryAll(@RequestBody Which which) {
        return new Repaired(repair.retryAll(place(which.model(), which.element())));
    }

    @PostMapping("/failed-jobs/postpone")
    Repaired postponeAll(@RequestBody Postponed which) {
        return new Repaired(repair.postponeAll(place(which.model(), which.element()), which.until()));
    }

    private static EngineJobs.@Nullable Place place(@Nullable String model, @Nullable String element) {
        if (model == null && element == null) {
            return null;
        }
        if (model == null || element == null) {
            throw Invalid.field(model == null ? "model" : "element", WORDING.text("both"));
        }
        return new EngineJobs.Place(model, element);
    }
}
