package org.leadrelay.lead;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which fields are facts, of which type, with which values. Kept in memory for a short time, so
 * that another node's change is seen soon.
 */
@Service
public class FactDefinitions {

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9]{0,59}";
    private static final int MOST_VALUES = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Known known;

    FactDefinitions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(
            Map<String, FactDefinition> definitions,
            Map<String, Map<String, String>> spellings,
            Instant read) {}

    public Collection<FactDefinition> all() {
        return known().definitions().values();
    }

    public Optional<FactDefinition> find(String name) {
        return Optional.ofNullable(known().definitions().get(name));
    }

    /** The agreed spelling of a listed value; empty when the value is not on the list. */
    public Optional<String> canonical(String name, String value) {
        Map<String, String> spellings = known().spellings().get(name);
        return spellings == null
                ? Optional.empty()
                : Optional.ofNullable(spellings.get(value.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * Adds or changes a definition; values that are listed already stay.
     *
     * @throws Invalid when the name cannot stand in a decision table, or values are missing or too
     *     many
     */
    @Transactional
    public void define(FactDefinition definition, String person) {
        check(definition);
        jdbc.sql(
                        """
                        insert into fact_definition
                            (name, label, type, fact, minimum, maximum, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set label = excluded.label,
                            type = excluded.type, fact = excluded.fact,
                            minimum = excluded.minimum, maximum = excluded.maximum,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .params(
                        definition.name(),
                        definition.label(),
                        definition.type().name().toLowerCase(Locale.ROOT),
                        definition.fact(),
                        definition.minimum(),
                        definition.maximum(),
                        person,
                        Sql.time(clock.instant()))
                .update();
        for (String value : definition.values()) {
            jdbc.sql(
                            """
                            insert into fact_value (name, key, value) values (?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(
                            definition.name(),
                            value.strip().toLowerCase(Locale.ROOT),
                            value.strip())
                    .update();
        }
        forgetAfterCommit();
    }

    private static void check(FactDefinition definition) {
        if (!definition.name().matches(NAME)) {
            throw Invalid.field(
                    "name",
                    "'%s' cannot be used in a decision table.".formatted(definition.name()),
                    "Use letters and digits only, beginning with a letter, at most 60.");
        }
        if (definition.fact() && definition.type() == FactDefinition.Type.TEXT) {
            throw Invalid.field(
                    "type",
                    "Free text is never a fact, for it may hold personal data.",
                    "Choose number, boolean or listed.");
        }
        if (definition.values().size() > MOST_VALUES) {
            throw Invalid.field("values", "A list holds at most " + MOST_VALUES + " values.");
        }
        for (String value : definition.values()) {
            if (value.isBlank() || value.length() > 100 || value.indexOf('@') >= 0) {
                throw Invalid.field(
                        "values",
                        "'%s' cannot be a listed value.".formatted(value),
                        "A value has 1 to 100 characters and is no e-mail address.");
            }
        }
    }

    private void forgetAfterCommit() {
        known = null;
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        known = null;
                    }
                });
    }

    private Known known() {
        Known now = known;
        Instant instant = clock.instant();
        if (now == null
                || now.read().plus(FRESH).isBefore(instant)
                || now.read().isAfter(instant)) {
            now = read(instant);
            known = now;
        }
        return now;
    }

    private Known read(Instant instant) {
        Map<String, Map<String, String>> spellings = new HashMap<>();
        Map<String, List<String>> values = new HashMap<>();
        jdbc.sql("select name, key, value from fact_value order by name, value")
                .query(
                        row -> {
                            String name = row.getString("name");
                            String value = row.getString("value");
                            spellings
                                    .computeIfAbsent(name, any -> new HashMap<>())
                                    .put(row.getString("key"), value);
                            List<String> listed =
                                    values.computeIfAbsent(
                                            name, any -> new java.util.ArrayList<>());
                            if (!listed.contains(value)) {
                                listed.add(value);
                            }
                        });
        Map<String, FactDefinition> definitions = new LinkedHashMap<>();
        jdbc.sql("select * from fact_definition order by name")
                .query(
                        row -> {
                            String name = row.getString("name");
                            BigDecimal minimum = row.getBigDecimal("minimum");
                            BigDecimal maximum = row.getBigDecimal("maximum");
                            definitions.put(
                                    name,
                                    new FactDefinition(
                                            name,
                                            row.getString("label"),
                                            FactDefinition.Type.valueOf(
                                                    row.getString("type").toUpperCase(Locale.ROOT)),
                                            row.getBoolean("fact"),
                                            minimum,
                                            maximum,
                                            values.getOrDefault(name, List.of())));
                        });
        return new Known(definitions, spellings, instant);
    }
}
