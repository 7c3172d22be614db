package org.leadrelay.lead;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.access.TeamReach;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Access control of leads: a rep sees their own and their team's, the other roles every one, an API key those
 * that its origin brought a record of.
 */
@Component
class Visibility {

    private static final Wording WORDING = Wording.of(Visibility.class);

    private final Leads leads;
    private final TeamReach reach;

    Visibility(Leads leads, TeamReach reach) {
        this.leads = leads;
        this.reach = reach;
    }

    /** The owners whose leads the actor may see; null when it is every lead. */
    @Nullable
    Set<String> owners(Actor actor) {
        if (actor.may(Permission.SEE_EVERY_LEAD)) {
            return null;
        }
        actor.mustHave(Permission.SEE_TEAM_LEADS);
        return reach.of(actor);
    }

    /**
     * The lead, its row locked to the end of the transaction.
     *
     * @throws NotFound when there is no such lead, or the actor may not see it
     * @throws Conflict when the import that had brought it was undone
     */
    Lead lock(UUID leadId, Actor actor) {
        Lead lead =
                leads.locked(leadId).filter(found -> found.mergedInto() == null).orElseThrow(() -> missing(leadId));
        if (actor.isKey()) {
            if (!leads.broughtBy(leadId, String.valueOf(actor.origin()))) {
                throw missing(leadId);
            }
        } else if (!actor.system()) {
            Set<String> owners = owners(actor);
            if (owners != null && (lead.owner() == null || !owners.contains(lead.owner()))) {
                throw missing(leadId);
            }
        }
        if (lead.undone()) {
            throw new Conflict(WORDING.text("importUndone"));
        }
        return lead;
    }

    /**
     * Asks before what can only be done to the lead that survived.
     *
     * @throws NotFound when it was merged into one that the actor may not see
     * @throws Conflict when it was merged into another, naming that one
     */
    void mustNotBeMerged(UUID leadId, Actor actor) {
        leads.survivorOf(leadId).ifPresent(survivor -> {
            mustSee(survivor, actor);
            throw new Conflict(WORDING.text("merged", survivor));
        });
    }

    /**
     * Asks before anything is told about the lead; locks nothing.
     *
     * @throws NotFound when there is no such lead, or the actor may not see it
     */
    void mustSee(UUID leadId, Actor actor) {
        Set<String> owners = actor.system() ? null : owners(actor);
        if (owners != null && leads.ownerOf(leadId).filter(owners::contains).isEmpty()) {
            throw missing(leadId);
        }
    }

    static NotFound missing(UUID leadId) {
        return new NotFound(WORDING.text("noLead", leadId));
    }
}
