package org.leadrelay.access;

import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Invariant: somebody active may change permissions. Checked after a change under an advisory lock
 * of the transaction, so that two who leave at the same moment see each other.
 */
@Component
class LastAdministrator {

    private static final Wording WORDING = Wording.of(LastAdministrator.class);

    private final PersonRepository persons;
    private final AdvisoryLock lock;

    LastAdministrator(PersonRepository persons, AdvisoryLock lock) {
        this.persons = persons;
        this.lock = lock;
    }

    boolean isThere() {
        return persons.countActiveWhoMay(Permission.ADMINISTER_ROLES.code()) > 0;
    }

    /**
     * @param refusal key of the words when nobody would be left
     * @param whose change it is
     */
    void mustRemain(String refusal, String whose) {
        lock.awaitUntilCommit("administration");
        if (!isThere()) {
            throw new Conflict(WORDING.text(refusal, whose));
        }
    }
}
