package org.leadrelay.lead;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may see which lead: a rep their own and their team's, the other roles every one. */
@Component
class Visibility {

    private final JdbcClient jdbc;
    private final People people;

    Visibility(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** The owners whose leads the actor may see; null when it is every lead. */
    @Nullable Set<String> owners(Actor actor) {
        if (actor.isProduct()
                || actor.has(Roles.MARKETING)
                || actor.has(Roles.SALES_MANAGER)
                || actor.has(Roles.ARBITER)
                || actor.has(Roles.PROCESS_OWNER)
                || actor.has(Roles.AUDITOR)
                || actor.has(Roles.ADMINISTRATOR)) {
            return null;
        }
        actor.mustHave(Roles.SALES_REP);
        Set<String> owners = new HashSet<>(people.teammates(actor.login()));
        owners.add(actor.login());
        return owners;
    }

    /**
     * Locks the lead's row to the end of the transaction.
     *
     * @throws NotFound when there is no such lead, or the actor may not see it
     */
    void lock(UUID leadId, Actor actor) {
        Row row =
                jdbc.sql("select owner from lead where id = ? and merged_into is null for update")
                        .param(leadId)
                        .query((found, any) -> new Row(found.getString("owner")))
                        .optional()
                        .orElseThrow(() -> missing(leadId));
        if (!actor.system()) {
            Set<String> owners = owners(actor);
            if (owners != null && (row.owner() == null || !owners.contains(row.owner()))) {
                throw missing(leadId);
            }
        }
    }

    private record Row(@Nullable String owner) {}

    static NotFound missing(UUID leadId) {
        return new NotFound("There is no lead with the id " + leadId + ".");
    }
}
