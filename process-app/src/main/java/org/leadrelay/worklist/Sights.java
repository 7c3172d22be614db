package org.leadrelay.worklist;

import java.util.Set;
import org.leadrelay.access.Actor;
import org.leadrelay.access.People;
import org.springframework.stereotype.Component;

/** Finds out what a person may see. */
@Component
class Sights {

    private final People people;

    Sights(People people) {
        this.people = people;
    }

    Sight of(Actor actor) {
        return Sight.of(actor, actor.system() ? Set.of() : people.teammates(actor.login()));
    }
}
