package org.leadrelay.ui.worklist;

import java.util.Collection;
import java.util.List;
import org.leadrelay.charter.Option;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;

/** Candidates to whom tasks can be assigned together. */
final class AssignmentCandidates {

    private AssignmentCandidates() {}

    /** Whoever may have every one of the tasks; not who has all of them already. */
    static List<Option> of(TaskQueries worklist, Collection<TaskRow> tasks) {
        return tasks.stream()
                .map(each -> worklist.candidates(each.id()))
                .reduce((these, those) -> these.stream().filter(those::contains).toList())
                .orElse(List.of())
                .stream()
                .filter(each -> !tasks.stream().allMatch(task -> each.value().equals(task.assignee())))
                .toList();
    }
}
