package org.leadrelay.ui.charter;

import java.util.List;
import java.util.stream.Stream;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.springframework.stereotype.Component;

/** Permissions on the charter's page: who writes the next version, who signs it, who takes it back. */
@Component
class CharterRights {

    private final Mandates mandates;
    private final CurrentPerson person;

    CharterRights(Mandates mandates, CurrentPerson person) {
        this.mandates = mandates;
        this.person = person;
    }

    /** The logins of those who can sign for this side, the head first; empty when nobody was named. */
    List<String> signers(Mandate mandate) {
        Mandates.Mandated mandated = mandates.of(mandate);
        return Stream.concat(
                        Stream.ofNullable(mandated.holder()),
                        mandated.deputies().stream().sorted())
                .toList();
    }

    boolean mayWrite() {
        return person.get().may(Permission.PROPOSE_CHARTER);
    }

    boolean mayWithdraw() {
        return mayWrite() || !mandates.heldBy(person.get().login()).isEmpty();
    }
}
