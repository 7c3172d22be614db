package org.leadrelay.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.charter.Option;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Page;
import org.leadrelay.promise.Breaches;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inbox as the current person sees it. Nothing that is not theirs to see is ever found. */
@Service
@Transactional(readOnly = true)
public class TaskQueries {

    private final CurrentPerson current;
    private final TaskAccessRules sights;
    private final InboxQueries reader;
    private final TaskItemTable items;
    private final Forms forms;
    private final Drafts drafts;
    private final Comments comments;
    private final Notes notes;
    private final Questions questions;
    private final Colleagues colleagues;
    private final TaskLogLines lines;
    private final Breaches breaches;
    private final TaskRefusals refusals;
    private final Uninvolved uninvolved;
    private final Clock clock;

    TaskQueries(
            CurrentPerson current,
            TaskAccessRules sights,
            InboxQueries reader,
            TaskItemTable items,
            Forms forms,
            Drafts drafts,
            Comments comments,
            Notes notes,
            Questions questions,
            Colleagues colleagues,
            TaskLogLines lines,
            Breaches breaches,
            TaskRefusals refusals,
            Uninvolved uninvolved,
            Clock clock) {
        this.current = current;
        this.sights = sights;
        this.reader = reader;
        this.items = items;
        this.forms = forms;
        this.drafts = drafts;
        this.comments = comments;
        this.notes = notes;
        this.questions = questions;
        this.colleagues = colleagues;
        this.lines = lines;
        this.breaches = breaches;
        this.refusals = refusals;
        this.uninvolved = uninvolved;
        this.clock = clock;
    }

    /** The page asked for, and how many there are in all. */
    public Page<TaskRow> page(InboxQuery query) {
        var sight = sights.of(current.get());
        var now = clock.instant();
        var rows = uninvolved.marked(reader.page(query, sight, now), sight);
        boolean last = rows.size() < query.limit() && (query.offset() == 0 || !rows.isEmpty());
        return new Page<>(rows, last ? query.offset() + rows.size() : reader.count(query, sight, now));
    }

    /** Only the rows, for a list that knows its length. */
    public List<TaskRow> rows(InboxQuery query) {
        var sight = sights.of(current.get());
        return uninvolved.marked(reader.page(query, sight, clock.instant()), sight);
    }

    public long count(InboxQuery query) {
        return reader.count(query, sights.of(current.get()), clock.instant());
    }

    public InboxCounts counts() {
        return reader.counts(sights.of(current.get()), clock.instant());
    }

    /** The sources of the leads whose tasks the person may see. */
    public List<String> sources() {
        return reader.sources(sights.of(current.get()), clock.instant());
    }

    /**
     * One task with its form. The first time its holder opens it is told in the journey log.
     *
     * @throws NotFound when there is no such task
     * @throws Forbidden when it is not this person's to see
     */
    @Transactional
    public TaskDetail task(String taskId) {
        var actor = current.get();
        var sight = sights.of(actor);
        var item = seen(taskId, sight);
        var row = reader.one(taskId).orElseThrow(() -> refusals.gone(taskId, sight));
        var login = actor.login();
        if (login.equals(item.assignee()) && !login.equals(item.openedBy()) && items.open(taskId, login)) {
            lines.add(item, Kind.TASK_OPENED, Map.of());
        }
        var whyNot = sight.worksAs(item.role()) ? uninvolved.whyNot(item, login).orElse(null) : null;
        return new TaskDetail(
                row.because(whyNot),
                forms.opened(item),
                drafts.of(taskId, actor.login()),
                comments.of(item.leadId()),
                notes.of(item.leadId()),
                sight.mayAnswer(item) && whyNot == null,
                whyNot,
                sight.mayAssign(item),
                questions.may(item, actor),
                unexplained(row));
    }

    /** Whether the current person may claim and complete a task of a list. */
    boolean mayAnswer(TaskRow task) {
        var sight = TaskAccess.of(current.get(), Set.of());
        return sight.mayAnswer(task.role(), task.assignee()) && task.whyNot() == null;
    }

    private @Nullable UUID unexplained(TaskRow task) {
        var due = task.due();
        return due == null || due.isAfter(clock.instant())
                ? null
                : breaches.unexplained(task.leadId(), task.step()).orElse(null);
    }

    /** The form of a task in a list. */
    public Form form(TaskRow task) {
        return forms.of(task.definitionId(), task.step());
    }

    /** Whom this person may give the task to. */
    public List<Option> candidates(String taskId) {
        var sight = sights.of(current.get());
        var item = seen(taskId, sight);
        return sight.mayAssign(item) ? colleagues.of(item, sight) : List.of();
    }

    /** A lead's open tasks that this person sees, the most pressing first. */
    public List<TaskRow> ofLead(UUID leadId) {
        return rows(InboxQuery.of(InboxQuery.Scope.ALL).lead(leadId));
    }

    private TaskItem seen(String taskId, TaskAccess sight) {
        var item = items.find(taskId).orElse(null);
        if (item == null) {
            throw refusals.gone(taskId, sight);
        }
        if (!sight.sees(item)) {
            throw refusals.notYours(item, sight);
        }
        return item;
    }
}
