package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.TeamReach;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.Deputies;
import org.leadrelay.assignment.HandOff;
import org.leadrelay.platform.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Preview of where the open tasks of reps would go; changes nothing. Nothing here changes anything. */
@Service
@Transactional(readOnly = true)
public class RepsTasks {

    /** So many are listed of one rep, and so many are looked ahead for. */
    public static final int MOST = InboxQuery.LARGEST_PAGE;

    private final CurrentPerson current;
    private final TeamReach reach;
    private final TaskGuard guard;
    private final InboxQueries reader;
    private final EngineTasks tasks;
    private final Deputies deputies;
    private final Clock clock;

    RepsTasks(
            CurrentPerson current,
            TeamReach reach,
            TaskGuard guard,
            InboxQueries reader,
            EngineTasks tasks,
            Deputies deputies,
            Clock clock) {
        this.current = current;
        this.reach = reach;
        this.guard = guard;
        this.reader = reader;
        this.tasks = tasks;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** A rep's open tasks, the most pressing first; of a rep whom the manager manages. */
    public List<TaskRow> of(String rep) {
        reach.mustManage(rep);
        return read(rep);
    }

    /** Read with the eyes of somebody whose team is this rep alone. */
    private List<TaskRow> read(String rep) {
        Actor manager = current.get();
        TaskAccess only = new TaskAccess(manager.login(), Set.of(), true, true, Set.of(manager.login(), rep));
        InboxQuery.Scope scope = rep.equals(manager.login()) ? InboxQuery.Scope.MINE : InboxQuery.Scope.TEAM;
        InboxQuery query = InboxQuery.of(scope).role(SALES_REP).page(0, MOST);
        return reader.page(query, only, clock.instant());
    }

    /**
     * The skills that the lead of this task needs, by the words of the list.
     *
     * @throws NotFound when there is no such task
     */
    public List<String> skillsFor(String taskId) {
        guard.seen(taskId, guard.access(manager()));
        return tasks.handOff(taskId).skills();
    }

    /**
     * Where one task would go.
     *
     * @param to who would get it; null when it stays, or nobody is able and it goes back to its
     *     role
     */
    public record Move(TaskRow task, @Nullable String to) {}

    /**
     * Where a rep's open tasks would go if they were absent from now on. A forecast: until then
     * others take leads and come and go.
     *
     * @throws Invalid when the manager does not manage the deputy
     */
    public List<Move> forecast(String rep, @Nullable String deputy, AbsenceHandling openTasks) {
        List<TaskRow> all = of(rep);
        if (deputy != null && !reach.manages(deputy)) {
            throw Invalid.field("deputy", reach.refusal());
        }
        List<Optional<String>> to = to(all, rep, deputy, openTasks);
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            moves.add(new Move(all.get(i), to.get(i).orElse(null)));
        }
        return moves;
    }

    private List<Optional<String>> to(
            List<TaskRow> all, String rep, @Nullable String deputy, AbsenceHandling openTasks) {
        if (openTasks == AbsenceHandling.STAY) {
            return all.stream().map(task -> Optional.<String>empty()).toList();
        }
        List<HandOff> leads = all.stream().map(task -> tasks.handOff(task.id())).toList();
        Deputies.Away away = new Deputies.Away(rep, openTasks == AbsenceHandling.DEPUTY ? deputy : null, null);
        return deputies.forecast(away, leads);
    }

    /**
     * What presses on a rep.
     *
     * @param overdue open tasks whose due instant has passed
     * @param soon open tasks of which was reminded, and that are not overdue yet
     */
    public record Pressing(long overdue, long soon) {}

    /** By login of whoever has open tasks that press, among the reps whom the manager manages. */
    public Map<String, Pressing> pressing() {
        manager();
        Map<String, Pressing> all = new HashMap<>(reader.pressing(SALES_REP, clock.instant()));
        all.keySet().removeIf(login -> !reach.manages(login));
        return all;
    }

    private Actor manager() {
        Actor actor = current.get();
        actor.mustHave(Permission.MANAGE_REPS);
        return actor;
    }
}
