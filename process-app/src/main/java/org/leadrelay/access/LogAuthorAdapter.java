package org.leadrelay.access;

import org.leadrelay.journal.CurrentAuthor;
import org.springframework.stereotype.Component;

/** Adapter that tells the journey log who acts. */
@Component
class LogAuthorAdapter implements CurrentAuthor {

    private final CurrentPerson currentPerson;

    LogAuthorAdapter(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public Acting get() {
        Actor actor = currentPerson.get();
        return new Acting(actor.login(), actor.isKey() ? actor.displayName() : null);
    }
}
