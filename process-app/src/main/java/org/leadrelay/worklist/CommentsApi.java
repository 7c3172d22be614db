package org.leadrelay.worklist;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for comments on a task, and for its draft answer. */
@RestController
@RequestMapping("/api/tasks/{id}")
@Tag(name = "Tasks")
class CommentsApi {

    private final TaskQueries worklist;
    private final TaskCommands work;

    CommentsApi(TaskQueries worklist, TaskCommands work) {
        this.worklist = worklist;
        this.work = work;
    }

    @GetMapping("/comments")
    Page<TaskDetail.Comment> comments(@PathVariable String id) {
        return Page.ofAll(worklist.task(id).comments());
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    TaskDetail.Comment comment(@PathVariable String id, @RequestBody Said said) {
        return work.comment(id, said.text() == null ? "" : said.text());
    }

    /** What was written in answers about this lead, questions to marketing among it. */
    @GetMapping("/notes")
    Page<Notes.Note> notes(@PathVariable String id) {
        return Page.ofAll(worklist.task(id).notes());
    }

    @GetMapping("/draft")
    Draft draft(@PathVariable String id) {
        return new Draft(new HashMap<>(work.draft(id)));
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String id, @RequestBody Draft draft) {
        Map<String, Object> answers = draft.answers();
        if (answers == null) {
            throw Invalid.field("answers", "The answers are missing.", "Send {\"answers\":{...}}.");
        }
        work.saveDraft(id, answers);
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id) {
        work.dropDraft(id);
    }

    record Said(@Nullable String text) {}

    record Draft(@Nullable Map<String, @Nullable Object> answers) {}
}
