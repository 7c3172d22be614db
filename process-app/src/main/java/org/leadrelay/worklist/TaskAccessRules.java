package org.leadrelay.worklist;

import org.leadrelay.access.Actor;
import org.leadrelay.access.TeamReach;
import org.springframework.stereotype.Component;

/** Access control of the inbox: which tasks a person may see. */
@Component
class TaskAccessRules {

    private final TeamReach reach;

    TaskAccessRules(TeamReach reach) {
        this.reach = reach;
    }

    TaskAccess of(Actor actor) {
        return TaskAccess.of(actor, reach.of(actor));
    }
}
