package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Identity resolution by unique keys (e-mail, external id). Keys are taken in one fixed order by inserting them:
 * a second transaction with the same key waits for the first and then finds its lead, so one person never
 * becomes two.
 */
@Component
class Identities {

    private static final Wording WORDING = Wording.of(Identities.class);

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(String kind, String scope, String value) {}

    /**
     * The leads that were known by these keys already; the keys that were free are the candidate's.
     */
    record Claim(Set<UUID> leads, List<Key> taken) {}

    static List<Key> keys(CheckedCapture checked) {
        List<Key> keys = new ArrayList<>();
        String email = checked.value(Field.EMAIL);
        if (email != null) {
            keys.add(new Key("email", "", email));
        }
        String external = checked.value(Field.EXTERNAL_ID);
        if (external != null) {
            keys.add(new Key("external", checked.origin().name(), external));
        }
        if (keys.isEmpty()) {
            // Nothing but a phone number: only the very same record is known again.
            keys.add(new Key("content", checked.origin().name(), HexFormat.of().formatHex(checked.hash())));
        }
        keys.sort(Comparator.comparing(Key::kind).thenComparing(Key::scope).thenComparing(Key::value));
        return keys;
    }

    /** The origin's own name for this record. */
    static String record(CheckedCapture checked) {
        String external = checked.value(Field.EXTERNAL_ID);
        if (external != null) {
            return "id:" + external;
        }
        String email = checked.value(Field.EMAIL);
        return email != null ? "email:" + email : "content:" + HexFormat.of().formatHex(checked.hash());
    }

    Claim claim(List<Key> keys, UUID candidate) {
        List<Key> taken = insert(keys, candidate);
        Set<UUID> leads = new LinkedHashSet<>();
        keys.stream().filter(key -> !taken.contains(key)).forEach(key -> leads.add(lead(key)));
        return new Claim(leads, taken);
    }

    void give(List<Key> keys, UUID lead) {
        for (Key key : keys) {
            jdbc.sql("""
                update lead_identity set lead_id = ?
                where kind = ? and scope = ? and value = ?
                """).params(lead, key.kind(), key.scope(), key.value()).update();
        }
    }

    /**
     * Takes an address for a lead; before the lead's row is locked, in the same order as captures
     * do.
     *
     * @throws Conflict when another lead has it
     */
    void claimEmail(UUID leadId, String email) {
        Key key = new Key("email", "", email);
        if (insert(List.of(key), leadId).isEmpty() && !lead(key).equals(leadId)) {
            throw new Conflict(
                    WORDING.text("emailTaken"),
                    Map.of("field", "email", "leadId", lead(key).toString()));
        }
    }

    /**
     * After a correction the address that was wrong no longer stands for this lead; those that came
     * with merged leads do.
     */
    void dropEmail(UUID leadId, String wrong) {
        jdbc.sql("delete from lead_identity where lead_id = ? and kind = 'email' and value = ?")
                .params(leadId, wrong)
                .update();
    }

    /** The addresses by which this lead is known, in the order of the alphabet. */
    List<String> emails(UUID leadId) {
        return jdbc.sql("""
            select value from lead_identity where lead_id = ? and kind = 'email'
            order by value collate people
            """).param(leadId).query(String.class).list();
    }

    /** Whether the record is the same as last time; remembers it otherwise. */
    boolean unchanged(CheckedCapture checked, UUID leadId) {
        return jdbc.sql("""
            insert into lead_record (origin, record, lead_id, hash)
            values (?, ?, ?, ?)
            on conflict (origin, record) do update
                set hash = excluded.hash, lead_id = excluded.lead_id
                where lead_record.hash <> excluded.hash
            """)
                        .params(checked.origin().name(), record(checked), leadId, checked.hash())
                        .update()
                == 0;
    }

    /** Those that were free; taken one after the other in the order given. */
    private List<Key> insert(List<Key> keys, UUID lead) {
        return jdbc.sql("""
            insert into lead_identity (kind, scope, value, lead_id)
            select kind, scope, value, ?
            from unnest(?, ?, ?) with ordinality as given (kind, scope, value, number) order by number
            on conflict do nothing
            returning kind, scope, value
            """)
                .param(lead)
                .param(texts(keys, Key::kind))
                .param(texts(keys, Key::scope))
                .param(texts(keys, Key::value))
                .query((row, any) -> new Key(row.getString("kind"), row.getString("scope"), row.getString("value")))
                .list();
    }

    private static String[] texts(List<Key> keys, Function<Key, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    private UUID lead(Key key) {
        return jdbc.sql("""
            select lead_id from lead_identity
            where kind = ? and scope = ? and value = ?
            """)
                .params(key.kind(), key.scope(), key.value())
                .query(UUID.class)
                .single();
    }
}
