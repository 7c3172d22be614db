package org.leadrelay.lead;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Display names of leads in lists of other features. */
@Service
public class LeadNames {

    private final JdbcClient jdbc;

    LeadNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Called(UUID id, String name) {}

    /** A lead without any name is called by its number, one that is gone not at all. */
    public Map<UUID, String> of(Collection<UUID> leads) {
        return jdbc.sql("""
            select id, coalesce(name, email, company, '#' || coalesce(number, external_id), phone,
                id::text) as name
            from lead where id = any(?)
            """).param(leads.toArray(UUID[]::new)).query(Called.class).list().stream()
                .collect(toMap(Called::id, Called::name));
    }
}
