package org.leadrelay.lead;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ChainHeadCache;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.InsertBatch;
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

    private static final String REMEMBER = """
        insert into lead_record (origin, record, lead_id, hash)
        values (?, ?, ?, ?)
        on conflict (origin, record) do update
            set hash = excluded.hash, lead_id = excluded.lead_id
            where lead_record.hash <> excluded.hash
        """;

    private final JdbcClient jdbc;
    private final ChainHeadCache heads;

    Identities(JdbcClient jdbc, ChainHeadCache heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    record Key(String kind, String scope, String value) {}

    /**
     * What a claim found.
     *
     * @param leads that were known by these keys already, in their order
     * @param taken the keys that were free: they are the candidate's now
     * @param phoneKnown whether a lead has the phone number
     */
    record Claim(Set<UUID> leads, List<Key> taken, boolean phoneKnown) {}

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

    /**
     * Takes the keys that are free for the candidate, one after the other in the order given. Then waits for every other record with this
     * phone number, so that of two that come at the same moment the second sees the first: after the keys, and before a lead's row. When
     * all keys were free, the candidate is about to be a lead, and its log is opened.
     *
     * @param candidate no lead yet
     * @param phone in the international form; null where there is none
     */
    Claim claim(List<Key> keys, UUID candidate, @Nullable String phone) {
        return claim(keys, candidate, true, phone);
    }

    private Claim claim(List<Key> keys, UUID candidate, boolean isNew, @Nullable String phone) {
        return jdbc.sql("select * from claim_identities(?, ?, ?, ?, ?, cast(? as text))")
                .param(texts(keys, Key::kind))
                .param(texts(keys, Key::scope))
                .param(texts(keys, Key::value))
                .param(candidate)
                .param(isNew)
                .param(phone)
                .query((row, any) -> {
                    OffsetDateTime opened = row.getObject("chain_opened_at", OffsetDateTime.class);
                    if (opened != null) {
                        heads.opened(candidate, opened);
                    }
                    Integer[] taken = (Integer[]) row.getArray("taken").getArray();
                    UUID[] holders = (UUID[]) row.getArray("holders").getArray();
                    return new Claim(
                            new LinkedHashSet<>(List.of(holders)),
                            Arrays.stream(taken)
                                    .map(number -> keys.get(number - 1))
                                    .toList(),
                            row.getBoolean("phone_known"));
                })
                .single();
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
        for (UUID other : claim(List.of(key), leadId, false, null).leads()) {
            if (!other.equals(leadId)) {
                throw new Conflict(WORDING.text("emailTaken"), Map.of("field", "email", "leadId", other.toString()));
            }
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
        return jdbc.sql(REMEMBER).params(remembered(checked, leadId)).update() == 0;
    }

    /** Remembers the first record of a lead. */
    void remember(CheckedCapture checked, UUID leadId, InsertBatch rows) {
        rows.add(REMEMBER, remembered(checked, leadId));
    }

    private static Object[] remembered(CheckedCapture checked, UUID leadId) {
        return new Object[] {checked.origin().name(), record(checked), leadId, checked.hash()};
    }

    private static String[] texts(List<Key> keys, Function<Key, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }
}
