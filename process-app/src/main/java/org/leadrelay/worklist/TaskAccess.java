package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.access.TeamReach;

/**
 * Access rights of one person in the inbox. Nothing unless a rule here says so.
 *
 * <p>A person who may work tasks works those of the roles they hold. Of the reps' tasks a rep sees
 * their own, their team's and those nobody has; who manages reps sees and assigns those of the reps
 * they manage ({@link TeamReach}), and those nobody has.
 *
 * @param login the person
 * @param roles whose tasks the person works without regard to teams
 * @param rep whether the person works as a rep
 * @param manager whether the person assigns reps' tasks
 * @param team logins whose reps' tasks the person sees, the person included
 */
record TaskAccess(String login, Set<String> roles, boolean rep, boolean manager, Set<String> team) {

    static TaskAccess of(Actor actor, Set<String> reached) {
        if (actor.system()) {
            return new TaskAccess(actor.login(), Set.of(), false, false, Set.of());
        }
        HashSet<String> roles = new HashSet<>(actor.may(Permission.WORK_TASKS) ? actor.roles() : Set.of());
        boolean rep = roles.remove(SALES_REP);
        HashSet<String> team = new HashSet<>(reached);
        team.add(actor.login());
        return new TaskAccess(
                actor.login(), Set.copyOf(roles), rep, actor.may(Permission.MANAGE_REPS), Set.copyOf(team));
    }

    /** Whether the person sees any of the reps' tasks. */
    boolean sales() {
        return rep || manager;
    }

    boolean sees(TaskItem task) {
        if (!task.role().equals(SALES_REP)) {
            return roles.contains(task.role());
        }
        String assignee = task.assignee();
        return sales() && (assignee == null || team.contains(assignee));
    }

    /** Whether the person holds this role, as one that does tasks. */
    boolean worksAs(String role) {
        return role.equals(SALES_REP) ? rep : roles.contains(role);
    }

    /**
     * Whether the task is this person's to answer: theirs already, or nobody's and of a role they
     * hold.
     */
    boolean mayAnswer(TaskItem task) {
        return !task.pending() && mayAnswer(task.role(), task.assignee());
    }

    boolean mayAnswer(String role, @Nullable String assignee) {
        return worksAs(role) && (assignee == null || login.equals(assignee));
    }

    /**
     * Whether the person may give the task to somebody: a manager within their reach, anyone their
     * own.
     */
    boolean mayAssign(TaskItem task) {
        return !task.pending()
                && ((manager && task.role().equals(SALES_REP) && sees(task))
                        || (worksAs(task.role()) && login.equals(task.assignee())));
    }
}
