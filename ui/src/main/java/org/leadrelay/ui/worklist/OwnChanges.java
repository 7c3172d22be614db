package org.leadrelay.ui.worklist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChange.What;

/**
 * Filter of the changes that a page made itself: it has read everything anew when they are told to it, and would read
 * it all a second time. What anybody else does to the same task is told in other words, and passes.
 */
final class OwnChanges {

    private final Set<Expected> expected = new HashSet<>();

    private record Expected(
            What what, @Nullable String taskId, @Nullable String assignee) {}

    /** This page has done that, and shows it. */
    void expect(What what, String taskId, @Nullable String assignee) {
        expected.add(new Expected(what, taskId, assignee));
    }

    /** What is news to the page; each change of its own is held back once. */
    List<InboxChange> others(List<InboxChange> changes) {
        return changes.stream()
                .filter(each -> !expected.remove(new Expected(each.what(), each.taskId(), each.assignee())))
                .toList();
    }
}
