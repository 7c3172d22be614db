package org.leadrelay.worklist;

import org.leadrelay.access.Actor;
import org.leadrelay.access.TeamReach;
import org.springframework.stereotype.Component;

/** Finds out what a person may see. */
@Component
class Sights {

    private final TeamReach reach;

    Sights(TeamReach reach) {
        this.reach = reach;
    }

    Sight of(Actor actor) {
        return Sight.of(actor, reach.of(actor));
    }
}
