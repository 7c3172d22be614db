package org.leadrelay.worklist;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.UndoGrace;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for tasks: what one sees here is what one sees on the screen. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks", description = "The inbox: list, claim, answer")
class TasksApi {

    private final TaskQueries worklist;
    private final TaskCommands work;
    private final TaskUndo undo;
    private final Clock clock;

    TasksApi(TaskQueries worklist, TaskCommands work, TaskUndo undo, Clock clock) {
        this.worklist = worklist;
        this.work = work;
        this.undo = undo;
        this.clock = clock;
    }

    @GetMapping
    Page<TaskView> list(@ParameterObject @ModelAttribute TaskFilter filter) {
        Instant now = clock.instant();
        Map<String, Form> forms = new HashMap<>();
        return worklist.page(filter.query())
                .map(task -> TaskView.of(
                        task,
                        forms.computeIfAbsent(task.definitionId() + " " + task.step(), any -> worklist.form(task)),
                        worklist.mayAnswer(task),
                        now));
    }

    @GetMapping("/counts")
    InboxCounts counts() {
        return worklist.counts();
    }

    @GetMapping("/{id}")
    TaskView one(@PathVariable String id) {
        return TaskView.of(worklist.task(id), clock.instant());
    }

    @PostMapping("/{id}/claim")
    TaskView claim(@PathVariable String id) {
        work.claim(id);
        return one(id);
    }

    @PostMapping("/{id}/release")
    TaskView release(@PathVariable String id) {
        work.release(id);
        return one(id);
    }

    @PostMapping("/{id}/reassign")
    AssignedTask reassign(@PathVariable String id, @RequestBody Assignment to) {
        work.reassign(id, to.assignee());
        return new AssignedTask(id, to.assignee());
    }

    @PostMapping("/{id}/complete")
    Completed complete(@PathVariable String id, @RequestBody Filled filled) {
        Map<String, Object> answers = filled.answers();
        if (answers == null) {
            throw Invalid.field(
                    "answers", "The answers are missing.", "Send {\"answers\":{...}} by the form's field ids.");
        }
        CompletionResult done = work.complete(id, answers, filled.waits());
        return new Completed(id, done.leadId(), done.undoUntil() == null, done.undoUntil());
    }

    @PostMapping("/{id}/undo")
    TaskView undo(@PathVariable String id) {
        undo.undo(id);
        return one(id);
    }

    @PostMapping("/{id}/ask")
    Completed ask(@PathVariable String id, @RequestBody Question question) {
        work.ask(id, question.question() == null ? "" : question.question());
        return new Completed(id, worklist.task(id).task().leadId(), false, null);
    }

    @GetMapping("/{id}/candidates")
    Page<Option> candidates(@PathVariable String id) {
        return Page.ofAll(worklist.candidates(id));
    }

    @PostMapping("/claim")
    Page<TaskCommands.BulkResult> claimAll(@RequestBody Several several) {
        return Page.ofAll(work.claimAll(several.ids()));
    }

    @PostMapping("/reassign")
    Page<TaskCommands.BulkResult> reassignAll(@RequestBody Several several) {
        return Page.ofAll(work.reassignAll(several.ids(), several.assignee()));
    }

    /**
     * @param assignee login, or null to give the task back to its role
     */
    record Assignment(@Nullable String assignee) {}

    /**
     * @param answers by the form's field ids
     * @param grace how long the answer waits and can be taken back, such as {@code PT10S}; at once when left out
     */
    record Filled(
            @Nullable Map<String, @Nullable Object> answers,
            @Nullable String grace) {

        Duration waits() {
            return grace == null ? Duration.ZERO : UndoGrace.of(grace);
        }
    }

    record Question(@Nullable String question) {}

    record AssignedTask(String id, @Nullable String assignee) {}

    /**
     * @param completed false while the answer can be taken back
     * @param undoUntil until when
     */
    record Completed(
            String id,
            UUID leadId,
            boolean completed,
            @Nullable Instant undoUntil) {}

    record Several(
            @Nullable List<@Nullable String> tasks,
            @Nullable String assignee) {

        List<String> ids() {
            return tasks == null
                    ? List.of()
                    : tasks.stream().map(String::valueOf).distinct().toList();
        }
    }
}
