package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ordering keys of records: two records that share one may be about the same person, or be a pair
 * to decide, so the order in which they are captured matters.
 */
@Component
public class RecordKeys {

    private final JdbcClient jdbc;

    RecordKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(UUID lead, @Nullable String phone) {}

    /**
     * For each record its identities and its phone number, and the leads that are known by these
     * with the number they have: two identities of one lead may come in two records.
     */
    public List<Set<String>> of(List<CheckedCapture> records) {
        Map<Identities.Key, Known> known = known(
                records.stream().flatMap(each -> Identities.keys(each).stream()).toList());
        List<Set<String>> keys = new ArrayList<>();
        for (CheckedCapture each : records) {
            Set<String> mine = new HashSet<>();
            addPhone(mine, each.phoneE164());
            for (Identities.Key key : Identities.keys(each)) {
                mine.add(String.join("\0", key.kind(), key.scope(), key.value()));
                Known lead = known.get(key);
                if (lead != null) {
                    mine.add("lead\0" + lead.lead());
                    addPhone(mine, lead.phone());
                }
            }
            keys.add(mine);
        }
        return keys;
    }

    private static void addPhone(Set<String> keys, @Nullable String phone) {
        if (phone != null) {
            keys.add("phone\0" + phone);
        }
    }

    private Map<Identities.Key, Known> known(List<Identities.Key> keys) {
        Map<Identities.Key, Known> known = new HashMap<>();
        jdbc.sql("""
            select i.kind, i.scope, i.value, i.lead_id, l.phone_e164
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as k(kind, scope, value)
            join lead_identity i using (kind, scope, value)
            join lead l on l.id = i.lead_id
            """)
                .params(
                        keys.stream().map(Identities.Key::kind).toArray(String[]::new),
                        keys.stream().map(Identities.Key::scope).toArray(String[]::new),
                        keys.stream().map(Identities.Key::value).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            new Identities.Key(row.getString(1), row.getString(2), row.getString(3)),
                            new Known(row.getObject(4, UUID.class), row.getString(5)));
                });
        return known;
    }
}
