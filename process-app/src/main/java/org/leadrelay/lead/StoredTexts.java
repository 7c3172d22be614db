package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings stored texts into the normaliser's form, in batches. Texts of nothing but ASCII are in it
 * already, but for what the database keeps beside them.
 */
final class StoredTexts {

    private static final int BATCH = 2_000;

    /** Anything but printable ASCII. */
    private static final String ODD = "~ '[^\\x20-\\x7E]'";

    private static final List<Field> REPEATED = List.of(
            Field.EXTERNAL_ID,
            Field.NUMBER,
            Field.FIRST_NAME,
            Field.LAST_NAME,
            Field.NAME,
            Field.EMAIL,
            Field.PHONE,
            Field.COMPANY,
            Field.TITLE,
            Field.STREET,
            Field.POSTAL_CODE,
            Field.CITY,
            Field.COUNTRY,
            Field.SOURCE,
            Field.CAMPAIGN);

    private final JdbcClient jdbc;

    StoredTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Fact(UUID lead, String name, String value) {}

    private record Identity(String kind, String scope, String value, UUID lead) {}

    void facts() {
        List<Fact> batch;
        Fact last = new Fact(new UUID(0, 0), "", "");
        do {
            batch = jdbc.sql("""
                select lead_id as lead, name, value from lead_fact
                where (lead_id, name) > (?, ?) and value
                """ + ODD + " order by lead_id, name limit " + BATCH)
                    .params(last.lead(), last.name())
                    .query(Fact.class)
                    .list();
            for (Fact each : batch) {
                String value = normal(each.name(), each.value());
                if (!value.isEmpty() && !value.equals(each.value())) {
                    jdbc.sql("update lead_fact set value = ? where lead_id = ? and name = ?")
                            .params(value, each.lead(), each.name())
                            .update();
                }
                last = each;
            }
        } while (batch.size() == BATCH);
    }

    private static String normal(String name, String value) {
        if (name.equals(Field.EMAIL.key())) {
            return Emails.normalise(value).orElse(value);
        }
        return name.equals(Field.EXTERNAL_ID.key()) ? TextNormalizer.code(value) : TextNormalizer.clean(value);
    }

    void identities() {
        List<Identity> batch;
        Identity last = new Identity("", "", "", new UUID(0, 0));
        do {
            batch = jdbc.sql("""
                select kind, scope, value, lead_id as lead from lead_identity
                where (kind, scope, value) > (?, ?, ?) and kind <> 'content'
                order by kind, scope, value limit
                """ + " " + BATCH)
                    .params(last.kind(), last.scope(), last.value())
                    .query(Identity.class)
                    .list();
            for (Identity each : batch) {
                identity(each);
                last = each;
            }
        } while (batch.size() == BATCH);
    }

    private void identity(Identity old) {
        boolean email = old.kind().equals("email");
        boolean nobody = email
                ? Placeholders.isNoEmail(old.value())
                : Placeholders.isNoId(old.value()) || Placeholders.isDamaged(old.value());
        if (nobody) {
            delete(old);
            return;
        }
        String value = normal(email ? Field.EMAIL.key() : Field.EXTERNAL_ID.key(), old.value());
        if (value.equals(old.value())) {
            return;
        }
        UUID holder = jdbc.sql("""
            select lead_id from lead_identity
            where kind = ? and scope = ? and value = ?
            """)
                .params(old.kind(), old.scope(), value)
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (holder != null && !holder.equals(old.lead())) {
            UUID older = older(holder, old.lead());
            jdbc.sql("""
                update lead_identity set lead_id = ?
                where kind = ? and scope = ? and value = ?
                """).params(older, old.kind(), old.scope(), value).update();
            toDecide(holder, old.lead());
        }
        if (holder != null) {
            delete(old);
        } else {
            jdbc.sql("""
                update lead_identity set value = ?
                where kind = ? and scope = ? and value = ?
                """).params(value, old.kind(), old.scope(), old.value()).update();
        }
    }

    private void delete(Identity old) {
        jdbc.sql("delete from lead_identity where kind = ? and scope = ? and value = ?")
                .params(old.kind(), old.scope(), old.value())
                .update();
    }

    private UUID older(UUID one, UUID other) {
        return jdbc.sql("select id from lead where id in (?, ?) order by created_at, id limit 1")
                .params(one, other)
                .query(UUID.class)
                .single();
    }

    private void toDecide(UUID one, UUID other) {
        jdbc.sql("""
            insert into duplicate_case (id, lead_a, lead_b, reason, opened_at)
            select gen_random_uuid(), least(a.id, b.id), greatest(a.id, b.id), 'identities', now()
            from lead a, lead b
            where a.id = ? and b.id = ? and a.merged_into is null and b.merged_into is null
            on conflict (lead_a, lead_b) do nothing
            """).params(one, other).update();
    }

    void leads() {
        List<Map<String, Object>> batch;
        UUID last = new UUID(0, 0);
        do {
            batch = jdbc.sql("select * from lead where id > ? order by id limit " + BATCH)
                    .param(last)
                    .query()
                    .listOfRows();
            for (Map<String, Object> each : batch) {
                last = Objects.requireNonNull((UUID) each.get("id"));
                lead(last, each);
            }
        } while (batch.size() == BATCH);
    }

    private void lead(UUID id, Map<String, @Nullable Object> row) {
        Function<Field, @Nullable String> value = field -> {
            Object stored = row.get(column(field));
            return stored == null ? null : normal(field.key(), stored.toString());
        };
        String phone = (String) row.get("phone_e164");
        List<@Nullable Object> params = new ArrayList<>();
        StringBuilder set = new StringBuilder();
        for (Field each : REPEATED) {
            set.append(column(each)).append(" = ?, ");
            params.add(value.apply(each));
        }
        String name = value.apply(Field.NAME);
        params.add(name == null ? null : TextNormalizer.key(name));
        params.add(ContactDetails.searched(value, phone));
        params.add(id);
        jdbc.sql("update lead set " + set + "name_key = ?, search = ? where id = ?")
                .params(params)
                .update();
    }

    private static String column(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private record Listed(String name, String key, String value) {}

    void listedValues() {
        for (Listed each : jdbc.sql("select name, key, value from fact_value")
                .query(Listed.class)
                .list()) {
            String key = TextNormalizer.key(each.key());
            if (!key.equals(each.key())) {
                jdbc.sql("insert into fact_value (name, key, value) values (?, ?, ?) on" + " conflict do nothing")
                        .params(each.name(), key, each.value())
                        .update();
                jdbc.sql("delete from fact_value where name = ? and key = ?")
                        .params(each.name(), each.key())
                        .update();
            }
        }
    }

    /** Each with the oldest of its name and number, as a record that comes in would be. */
    void sameNameAndPhone() {
        jdbc.sql("""
            insert into duplicate_case (id, lead_a, lead_b, reason, opened_at)
            select gen_random_uuid(), least(id, oldest), greatest(id, oldest), 'phone', now()
            from (select id, first_value(id) over
                      (partition by phone_e164, name_key order by created_at, id) as oldest
                  from lead where merged_into is null and phone_e164 is not null
                      and name_key is not null) same
            where id <> oldest
            on conflict (lead_a, lead_b) do nothing
            """).update();
    }
}
