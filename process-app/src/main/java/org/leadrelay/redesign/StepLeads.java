package org.leadrelay.redesign;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of the leads that stand at an element of a model now, as far as the person may see them. */
@Service
public class StepLeads {

    private final RunningLeads running;
    private final LatePromises late;
    private final LeadCards cards;
    private final CurrentPerson person;

    StepLeads(RunningLeads running, LatePromises late, LeadCards cards, CurrentPerson person) {
        this.running = running;
        this.late = late;
        this.cards = cards;
        this.person = person;
    }

    /**
     * One page: those with a late promise here first, then the oldest.
     *
     * @return of the total, those that the person may see
     */
    @Transactional(readOnly = true)
    public Page<LeadAtStep> at(String model, String element, int offset, int limit) {
        Actor actor = person.get();
        actor.mustHave(Permission.READ_PROCESS);
        Page.checkRows(offset, limit);
        if (!actor.mayAny(Permission.SEE_EVERY_LEAD, Permission.SEE_TEAM_LEADS)) {
            return new Page<>(List.of(), 0);
        }
        Set<UUID> lateOnes = late.leadsAt(element);
        return cards.among(running.at(model, element), lateOnes, actor, offset, limit)
                .map(lead -> new LeadAtStep(lead, lateOnes.contains(lead.id())));
    }
}
