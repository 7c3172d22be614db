package org.leadrelay.access;

import java.util.UUID;
import org.leadrelay.journal.CurrentAuthor;
import org.springframework.stereotype.Component;

/** Adapter that tells the journey log who acts: a key by its id, for its name was typed by somebody. */
@Component
class LogAuthorAdapter implements CurrentAuthor {

    private final CurrentPerson currentPerson;

    LogAuthorAdapter(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public Acting get() {
        Actor actor = currentPerson.get();
        UUID key = actor.key();
        return new Acting(key == null ? actor.login() : LoggedKeys.author(key), null);
    }
}
