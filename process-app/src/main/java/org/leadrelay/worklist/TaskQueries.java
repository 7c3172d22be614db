package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queries of the inbox as the current person sees it. Nothing that is not theirs to see is ever found. */
@Service
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class TaskQueries {

    private final CurrentPerson current;
    private final TaskGuard guard;
    private final InboxQueries reader;
    private final InboxCountQueries counter;
    private final OpenedTasks opened;
    private final Colleagues colleagues;
    private final Uninvolved uninvolved;
    private final Clock clock;

    TaskQueries(
            CurrentPerson current,
            TaskGuard guard,
            InboxQueries reader,
            InboxCountQueries counter,
            OpenedTasks opened,
            Colleagues colleagues,
            Uninvolved uninvolved,
            Clock clock) {
        this.current = current;
        this.guard = guard;
        this.reader = reader;
        this.counter = counter;
        this.opened = opened;
        this.colleagues = colleagues;
        this.uninvolved = uninvolved;
        this.clock = clock;
    }

    /** The page asked for, and how many there are in all. */
    public Page<TaskRow> page(InboxQuery query) {
        TaskAccess sight = guard.access(current.get());
        Instant now = clock.instant();
        List<TaskRow> rows = uninvolved.marked(reader.page(query, sight, now), sight);
        boolean last = rows.size() < query.limit() && (query.offset() == 0 || !rows.isEmpty());
        return new Page<>(rows, last ? query.offset() + rows.size() : counter.count(query, sight, now));
    }

    /** Only the rows, for a list that knows its length. */
    public List<TaskRow> rows(InboxQuery query) {
        TaskAccess sight = guard.access(current.get());
        return uninvolved.marked(reader.page(query, sight, clock.instant()), sight);
    }

    public long count(InboxQuery query) {
        return counter.count(query, guard.access(current.get()), clock.instant());
    }

    /** Of everything the person may see. */
    public InboxCounts counts() {
        return counts(InboxQuery.of(InboxQuery.Scope.ALL));
    }

    /** Of what the filters of a query let through, whatever its scope. */
    public InboxCounts counts(InboxQuery query) {
        return counter.counts(query, guard.access(current.get()), clock.instant());
    }

    /** The sources of the leads whose tasks the person may see. */
    public List<String> sources() {
        return reader.sources(guard.access(current.get()), clock.instant());
    }

    /**
     * One task with its form. The first time its holder opens it is told in the journey log.
     *
     * @throws NotFound when there is no such task
     * @throws Forbidden when it is not this person's to see
     */
    @Transactional
    public TaskDetail task(String taskId) {
        return opened.first(taskId, current.get());
    }

    /**
     * The same of a task that is open on a page: that it was read stands in the log since it was opened.
     *
     * @throws NotFound when there is no such task
     * @throws Forbidden when it is not this person's to see
     */
    @Transactional
    public TaskDetail again(String taskId) {
        return opened.again(taskId, current.get());
    }

    /**
     * One task as the inbox lists it. Reading it is no opening.
     *
     * @throws NotFound when there is no such task
     * @throws Forbidden when it is not this person's to see
     */
    public TaskRow row(String taskId) {
        TaskAccess sight = guard.access(current.get());
        guard.seen(taskId, sight);
        return reader.one(taskId)
                .map(row -> uninvolved.marked(List.of(row), sight).get(0))
                .orElseThrow(() -> guard.gone(taskId, sight));
    }

    /** Whether the current person may claim and complete a task of a list. */
    boolean mayAnswer(TaskRow task) {
        TaskAccess sight = TaskAccess.of(current.get(), Set.of());
        return task.answeredAt() == null && sight.mayAnswer(task.role(), task.assignee()) && task.whyNot() == null;
    }

    /** The form of a task in a list. */
    public Form form(TaskRow task) {
        return opened.form(task);
    }

    /** Whom this person may give the task to. */
    public List<Option> candidates(String taskId) {
        TaskAccess sight = guard.access(current.get());
        TaskItem item = guard.seen(taskId, sight);
        return sight.mayAssign(item) ? colleagues.of(item, sight) : List.of();
    }

    /** A lead's open tasks that this person sees, the most pressing first. */
    public List<TaskRow> ofLead(UUID leadId) {
        return rows(InboxQuery.of(InboxQuery.Scope.ALL).lead(leadId));
    }
}
