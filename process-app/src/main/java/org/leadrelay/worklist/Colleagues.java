package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.access.People;
import org.leadrelay.access.TeamReach;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Possible assignees of a task: whoever holds its role and, for a rep's task, is within the giver's reach
 * ({@link TeamReach}).
 */
@Component
class Colleagues implements TaskActions.Candidates {

    private static final Wording WORDING = Wording.of(Colleagues.class);

    private final People people;
    private final TeamReach reach;
    private final Uninvolved uninvolved;

    Colleagues(People people, TeamReach reach, Uninvolved uninvolved) {
        this.people = people;
        this.reach = reach;
        this.uninvolved = uninvolved;
    }

    List<Option> of(TaskItem task, TaskAccess sight) {
        return uninvolved.among(people.byRole(task.role()), task).stream()
                .filter(person -> !task.role().equals(SALES_REP) || sight.team().contains(person.login()))
                .map(person -> new Option(person.login(), person.displayName()))
                .toList();
    }

    @Override
    public void check(String login, TaskItem task, TaskAccess sight) {
        if (sight.manager() && task.role().equals(SALES_REP) && !sight.team().contains(login)) {
            throw Invalid.field("assignee", reach.refusal());
        }
        if (people.loginsByRole(task.role()).contains(login)) {
            uninvolved.whyNotThey(task, login).ifPresent(why -> {
                throw Invalid.field("assignee", why);
            });
        }
        check(login, of(task, sight));
    }

    /** When somebody leaves, teams do not matter; a part in the case does. */
    boolean hold(String login, TaskItem task) {
        return people.loginsByRole(task.role()).contains(login)
                && uninvolved.whyNot(task, login).isEmpty();
    }

    private static void check(String login, List<Option> candidates) {
        if (candidates.stream().noneMatch(candidate -> candidate.value().equals(login))) {
            throw Invalid.field(
                    "assignee",
                    WORDING.text(
                            "nobody",
                            login,
                            candidates.stream().map(Option::value).collect(Collectors.joining(", "))));
        }
    }
}
