package org.leadrelay.worklist;

import java.util.Optional;
import org.leadrelay.access.PersonDeactivated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reassignment of the open tasks of a deactivated person, in the same transaction. */
@Component
class DeactivatedReps {

    private final TaskItemTable items;
    private final TaskActions actions;
    private final Colleagues colleagues;

    DeactivatedReps(TaskItemTable items, TaskActions actions, Colleagues colleagues) {
        this.items = items;
        this.actions = actions;
        this.colleagues = colleagues;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(PersonDeactivated left) {
        items.lockLeadsOf(left.login());
        for (String taskId : items.of(left.login())) {
            actions.handOver(
                    taskId,
                    left.login(),
                    task -> true,
                    task -> Optional.ofNullable(left.successor()).filter(each -> colleagues.hold(each, task)));
        }
    }
}
