package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.InsertBatch;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table of a lead's facts, each as it was stated last. What is read from here agrees, see {@link PersonName};
 * the lead's own row repeats the contact details for lists and search.
 */
@Component
class FactTable {

    private static final FactSource MERGED = new FactSource(FactSource.Kind.CAPTURED, "merge", null, null);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Phones phones;
    private final FactHistoryTable history;

    FactTable(JdbcClient jdbc, Clock clock, Phones phones, FactHistoryTable history) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.phones = phones;
        this.history = history;
    }

    /** The first facts of a new lead, whose row repeats them already. */
    void create(UUID leadId, CheckedCapture checked, Instant at, InsertBatch rows) {
        write(leadId, stated(checked.facts(), FactSource.captured(checked.origin()), at), 0, rows);
    }

    /** What is known now, by name, in the order it came. */
    Map<String, StoredFact> of(UUID leadId) {
        return PersonName.agree(stated(leadId));
    }

    /** The same as each came, without a full name and its parts made to agree. */
    Map<String, StoredFact> stated(UUID leadId) {
        Map<String, StoredFact> facts = new LinkedHashMap<>();
        jdbc.sql("select * from lead_fact where lead_id = ? order by position, name")
                .param(leadId)
                .query(row -> {
                    facts.put(
                            row.getString("name"),
                            new StoredFact(
                                    row.getString("name"),
                                    row.getString("label"),
                                    row.getString("value"),
                                    new FactSource(
                                            FactSource.Kind.valueOf(row.getString("kind")),
                                            row.getString("source"),
                                            row.getString("person"),
                                            row.getString("step")),
                                    Sql.instant(row, "at")));
                });
        return facts;
    }

    private static List<StoredFact> stated(Map<String, CheckedCapture.Known> facts, FactSource by, Instant at) {
        return facts.entrySet().stream()
                .map(each -> new StoredFact(
                        each.getKey(), each.getValue().label(), each.getValue().value(), by, at))
                .toList();
    }

    /**
     * What a capture adds or changes, fact by fact: the newer moment wins, of one moment the record
     * that came later, and what a person said of the lead stays. The history tells of what did not win.
     *
     * @param at the moment at which the facts were true
     */
    List<FactChange> merge(Lead lead, Map<String, CheckedCapture.Known> facts, FactSource by, Instant at) {
        UUID leadId = lead.id();
        Map<String, StoredFact> present = stated(leadId);
        List<StoredFact> written = new ArrayList<>();
        List<FactChange> changes = new ArrayList<>();
        for (StoredFact brought : stated(facts, by, at)) {
            StoredFact old = present.get(brought.name());
            if (old == null) {
                written.add(brought);
                changes.add(change(null, brought));
                continue;
            }
            if (brought.name().equals(Field.EXTERNAL_ID.key())) {
                continue;
            }
            if (old.value().equals(brought.value())) {
                // Known to be true at a later moment: a record from between the two is older now.
                if (brought.isStrongerThan(old)) {
                    written.add(brought);
                }
            } else if (old.isStrongerThan(brought)) {
                history.refused(leadId, brought, old.source());
            } else {
                history.replaced(leadId, old, by);
                written.add(brought);
                changes.add(change(old, brought));
            }
        }
        if (!written.isEmpty()) {
            write(leadId, written, present.size());
            refresh(lead);
        }
        return List.copyOf(changes);
    }

    private static FactChange change(@Nullable StoredFact old, StoredFact now) {
        return new FactChange(now.name(), now.label(), old == null ? null : old.value(), now.value());
    }

    /**
     * Sets or, with null, removes one fact, keeping what it was.
     *
     * @return what it was; null when it was unknown
     */
    @Nullable
    String set(Lead lead, String name, String label, @Nullable String value, FactSource by) {
        UUID leadId = lead.id();
        Map<String, StoredFact> present = stated(leadId);
        StoredFact old = present.get(name);
        if (old != null) {
            history.replaced(leadId, old, by);
        }
        if (value == null) {
            jdbc.sql("delete from lead_fact where lead_id = ? and name = ?")
                    .params(leadId, name)
                    .update();
        } else {
            StoredFact now = new StoredFact(name, label, value, by, clock.instant());
            write(leadId, List.of(now), present.size());
        }
        refresh(lead);
        return old == null ? null : old.value();
    }

    /**
     * Facts of a lead that turned out to be the same: of two about one thing the stronger one is
     * known from now on, see {@link StoredFact}, and the history keeps the other. The survivor
     * keeps its own external id.
     */
    void absorb(Lead survivor, UUID other) {
        UUID leadId = survivor.id();
        Map<String, StoredFact> present = stated(leadId);
        List<StoredFact> written = new ArrayList<>();
        for (StoredFact each : stated(other).values()) {
            StoredFact own = present.get(each.name());
            boolean identity = each.name().equals(Field.EXTERNAL_ID.key());
            boolean wins = !identity && (own == null || each.isStrongerThan(own));
            if (wins) {
                written.add(each);
            }
            if (own != null && !own.value().equals(each.value())) {
                if (wins) {
                    history.replaced(leadId, own, MERGED);
                } else {
                    history.refused(leadId, each, MERGED);
                }
            }
        }
        write(leadId, written, present.size());
        refresh(survivor);
    }

    /**
     * Values that were known before or did not win, newest first.
     *
     * @param stated what is known now, as each came
     */
    List<FormerFact> history(UUID leadId, Map<String, StoredFact> stated) {
        StoredFact name = stated.get(Field.NAME.key());
        List<FormerFact> old = new ArrayList<>();
        if (name != null) {
            PersonName.stale(stated).forEach(each -> old.add(FormerFact.replaced(each, name)));
        }
        old.addAll(history.of(leadId));
        return List.copyOf(old);
    }

    /** All in one statement; a fact that is there already keeps its place. */
    private void write(UUID leadId, List<StoredFact> facts, int firstPosition) {
        InsertBatch rows = new InsertBatch();
        write(leadId, facts, firstPosition, rows);
        rows.execute(jdbc);
    }

    private static void write(UUID leadId, List<StoredFact> facts, int firstPosition, InsertBatch rows) {
        if (facts.isEmpty()) {
            return;
        }
        rows.add(
                """
                insert into lead_fact (lead_id, name, label, value, position, kind, source, person, step, at)
                select ?, n, l, v, ? + i, k, s, p, t, a
                from unnest(?, ?, ?, ?, ?, ?, ?, ?::timestamptz[])
                    with ordinality as given (n, l, v, k, s, p, t, a, i)
                on conflict (lead_id, name) do update set label = excluded.label,
                    value = excluded.value, kind = excluded.kind, source = excluded.source, person = excluded.person,
                    step = excluded.step, at = excluded.at
                """,
                leadId,
                firstPosition,
                texts(facts, StoredFact::name),
                texts(facts, StoredFact::label),
                texts(facts, StoredFact::value),
                texts(facts, each -> each.source().kind().name()),
                texts(facts, each -> each.source().name()),
                texts(facts, each -> each.source().person()),
                texts(facts, each -> each.source().step()),
                texts(facts, each -> each.at().toString()));
    }

    private static @Nullable String[] texts(List<StoredFact> facts, Function<StoredFact, @Nullable String> part) {
        return facts.stream().map(part).toArray(String[]::new);
    }

    /** Brings the lead's own row in line with its facts, at the next flush. */
    void refresh(Lead lead) {
        Map<String, StoredFact> facts = of(lead.id());
        Function<Field, @Nullable String> value = field -> {
            StoredFact stored = facts.get(field.key());
            return stored == null ? null : stored.value();
        };
        String phone = value.apply(Field.PHONE);
        lead.knownBy(ContactDetails.of(value, phone == null ? null : phones.e164(phone, value.apply(Field.COUNTRY))));
    }
}
