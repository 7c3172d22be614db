package org.leadrelay.worklist;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST endpoints for the caller's saved views. A view is saved with the same names that {@code GET /api/tasks}
 * takes.
 */
@RestController
@RequestMapping("/api/tasks/views")
@Tag(name = "Tasks")
class SavedViewsApi {

    private static final TaskFilter EVERYTHING =
            new TaskFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final SavedViews views;

    SavedViewsApi(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    Page<SavedViews.SavedView> mine() {
        return Page.ofAll(views.mine());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SavedViews.SavedView save(@RequestBody Named view) {
        TaskFilter filter = view.query() == null ? EVERYTHING : view.query();
        return views.save(view.name() == null ? "" : view.name(), filter.query());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        views.delete(id);
    }

    record Named(@Nullable String name, @Nullable TaskFilter query) {}
}
