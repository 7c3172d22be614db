package org.leadrelay.notification;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.People;
import org.leadrelay.charter.Rung;
import org.leadrelay.lead.Journeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Recipients of a ladder's rung, as people hold these roles at this moment. */
@Component
class Addressees {

    private final People people;
    private final Mandates mandates;
    private final Journeys journeys;
    private final ObjectProvider<TaskHolders> tasks;

    Addressees(People people, Mandates mandates, Journeys journeys, ObjectProvider<TaskHolders> tasks) {
        this.people = people;
        this.mandates = mandates;
        this.journeys = journeys;
        this.tasks = tasks;
    }

    /** The logins that a rung means for this promise; empty when it is nobody at present. */
    Collection<String> of(String whom, UUID leadId, String clause) {
        return switch (whom) {
            case Rung.HOLDER -> holder(leadId, clause).stream().toList();
            case Rung.OWNER ->
                holder(leadId, clause).or(() -> journeys.ownerOf(leadId)).stream()
                        .toList();
            case Rung.HEADS -> mandates.holders();
            default -> people.loginsByRole(whom);
        };
    }

    /** Who works on the promised step, if anybody does. */
    Optional<String> holder(UUID leadId, String clause) {
        return tasks.stream().findFirst().flatMap(found -> found.holder(leadId, clause));
    }
}
