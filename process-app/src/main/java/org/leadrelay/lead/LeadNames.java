package org.leadrelay.lead;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Display names of leads in lists of other features. */
@Service
public class LeadNames {

    private static final String NAME =
            "coalesce(s.name, s.email, s.company, '#' || coalesce(s.number, s.external_id), s.phone, s.id::text) as"
                    + " name";

    private final JdbcClient jdbc;
    private final Visibility visibility;

    LeadNames(JdbcClient jdbc, Visibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    private record Called(UUID id, String name) {}

    /** A lead without any name is called by its number, one that is gone not at all. */
    public Map<UUID, String> of(Collection<UUID> leads) {
        return jdbc
                .sql("select s.id, " + NAME + " from lead s where s.id = any(?)")
                .param(leads.toArray(UUID[]::new))
                .query(Called.class)
                .list()
                .stream()
                .collect(toMap(Called::id, Called::name));
    }

    /**
     * Only of those that the actor may see, of nobody who may see none. A merged lead is called as the one that survived it, and is
     * as visible.
     */
    public Map<UUID, String> seenBy(Actor actor, Collection<UUID> leads) {
        if (!actor.mayAny(Permission.SEE_EVERY_LEAD, Permission.SEE_TEAM_LEADS)) {
            return Map.of();
        }
        Set<String> owners = visibility.owners(actor);
        return jdbc
                .sql("select l.id, " + NAME + " from lead l join lead s on s.id = coalesce(l.merged_into, l.id)"
                        + " where l.id = any(:leads)" + (owners == null ? "" : " and s.owner = any(:owners)"))
                .param("leads", leads.toArray(UUID[]::new))
                .param("owners", owners == null ? null : owners.toArray(String[]::new))
                .query(Called.class)
                .list()
                .stream()
                .collect(toMap(Called::id, Called::name));
    }
}
