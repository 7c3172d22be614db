package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows behind a lead's facts, with their history. The lead's own row repeats the contact
 * details for lists and search.
 */
@Component
class FactStore {

    static final String CORRECTION = "correction";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;
    private final Phones phones;

    FactStore(JdbcClient jdbc, JdbcTemplate template, Clock clock, Phones phones) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
        this.phones = phones;
    }

    /** Who says so. */
    record By(String source, @Nullable String person) {}

    record Stored(
            String name,
            String label,
            String value,
            String source,
            @Nullable String person,
            Instant at) {}

    /** The first facts of a new lead, whose row repeats them already. */
    void create(UUID leadId, CheckedCapture checked, Instant at) {
        insert(leadId, checked.facts(), by(checked), at, 0);
    }

    Map<String, Stored> of(UUID leadId) {
        Map<String, Stored> facts = new LinkedHashMap<>();
        jdbc.sql("select * from lead_fact where lead_id = ? order by position, name")
                .param(leadId)
                .query(
                        row -> {
                            facts.put(
                                    row.getString("name"),
                                    new Stored(
                                            row.getString("name"),
                                            row.getString("label"),
                                            row.getString("value"),
                                            row.getString("source"),
                                            row.getString("person"),
                                            Sql.instant(row, "at")));
                        });
        return facts;
    }

    /**
     * What a capture adds or changes; what a person corrected stays, and the history tells of it.
     */
    List<FactChange> merge(Lead lead, CheckedCapture checked, Instant at) {
        UUID leadId = lead.id();
        Map<String, Stored> present = of(leadId);
        By by = by(checked);
        Map<String, CheckedCapture.Known> changed = new LinkedHashMap<>();
        checked.facts()
                .forEach(
                        (name, known) -> {
                            Stored old = present.get(name);
                            if (old == null) {
                                changed.put(name, known);
                            } else if (!old.value().equals(known.value())
                                    && overrules(leadId, name, known, old, by, at)) {
                                changed.put(name, known);
                            }
                        });
        if (!changed.isEmpty()) {
            insert(leadId, changed, by, at, present.size());
            refresh(lead);
        }
        return changed.entrySet().stream()
                .map(
                        each -> {
                            Stored old = present.get(each.getKey());
                            return new FactChange(
                                    each.getKey(),
                                    each.getValue().label(),
                                    old == null ? null : old.value(),
                                    each.getValue().value());
                        })
                .toList();
    }

    private static By by(CheckedCapture checked) {
        return new By(checked.origin().name(), checked.origin().person());
    }

    private boolean overrules(
            UUID leadId, String name, CheckedCapture.Known known, Stored old, By by, Instant at) {
        if (name.equals(Field.EXTERNAL_ID.key())) {
            return false;
        }
        if (old.source().equals(CORRECTION) && !by.source().equals(CORRECTION)) {
            keep(
                    leadId,
                    new Stored(name, known.label(), known.value(), by.source(), by.person(), at),
                    CORRECTION,
                    false);
            return false;
        }
        keep(leadId, old, by.source(), true);
        return true;
    }

    /** Sets or, with null, removes one fact, keeping what it was. */
    void set(Lead lead, String name, String label, @Nullable String value, By by) {
        UUID leadId = lead.id();
        Map<String, Stored> present = of(leadId);
        Stored old = present.get(name);
        if (old != null) {
            keep(leadId, old, by.source(), true);
        }
        if (value == null) {
            jdbc.sql("delete from lead_fact where lead_id = ? and name = ?")
                    .params(leadId, name)
                    .update();
        } else {
            insert(
                    leadId,
                    Map.of(name, new CheckedCapture.Known(label, value)),
                    by,
                    clock.instant(),
                    present.size());
        }
        refresh(lead);
    }

    List<OldFact> history(UUID leadId) {
        return jdbc.sql(
                        "select * from lead_fact_history where lead_id = ? order by id desc limit"
                            + " 500")
                .param(leadId)
                .query(
                        (row, any) ->
                                new OldFact(
                                        row.getString("name"),
                                        row.getString("label"),
                                        row.getString("value"),
                                        row.getString("source"),
                                        row.getString("person"),
                                        Sql.instant(row, "at"),
                                        Sql.instant(row, "replaced_at"),
                                        row.getString("replaced_by"),
                                        row.getBoolean("was_current")))
                .list();
    }

    private void keep(UUID leadId, Stored old, String replacedBy, boolean wasCurrent) {
        jdbc.sql(
                        """
                        insert into lead_fact_history (lead_id, name, label, value, source, person,
                            at, replaced_at, replaced_by, was_current)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        leadId,
                        old.name(),
                        old.label(),
                        old.value(),
                        old.source(),
                        old.person(),
                        Sql.time(old.at()),
                        Sql.time(clock.instant()),
                        replacedBy,
                        wasCurrent)
                .update();
    }

    /** All in one statement; a fact that is there already keeps its place. */
    private void insert(
            UUID leadId,
            Map<String, CheckedCapture.Known> facts,
            By by,
            Instant at,
            int firstPosition) {
        String[] names = facts.keySet().toArray(String[]::new);
        String[] labels =
                facts.values().stream().map(CheckedCapture.Known::label).toArray(String[]::new);
        String[] values =
                facts.values().stream().map(CheckedCapture.Known::value).toArray(String[]::new);
        template.update(
                """
                insert into lead_fact (lead_id, name, label, value, position, source, person, at)
                select ?, n, l, v, ? + i, ?, ?, ?
                from unnest(?, ?, ?) with ordinality as given (n, l, v, i)
                on conflict (lead_id, name) do update set label = excluded.label,
                    value = excluded.value, source = excluded.source, person = excluded.person,
                    at = excluded.at
                """,
                leadId,
                firstPosition,
                by.source(),
                by.person(),
                Sql.time(at),
                names,
                labels,
                values);
    }

    /** Brings the lead's own row in line with its facts, at the next flush. */
    void refresh(Lead lead) {
        Map<String, Stored> facts = of(lead.id());
        Function<Field, @Nullable String> value =
                field -> {
                    Stored stored = facts.get(field.key());
                    return stored == null ? null : stored.value();
                };
        String phone = value.apply(Field.PHONE);
        lead.knownBy(
                ContactDetails.of(
                        value,
                        phone == null ? null : phones.e164(phone, value.apply(Field.COUNTRY))));
    }
}
