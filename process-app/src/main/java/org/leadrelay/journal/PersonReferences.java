package org.leadrelay.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.TransactionBound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pseudonyms (references) of people in the log, one for each login, made with its first line and remembered by each node once the
 * transaction has committed. Whoever deletes a row leaves lines that tell of nobody; a trigger then tells all nodes to forget, and a
 * login that is used again gets another reference.
 */
@Repository
class PersonReferences implements PeopleInLines {

    /** As the trigger of the migration says it. */
    private static final String TOPIC = "people";

    private static final String SYSTEM = "system";
    private static final String KEY = "key:";

    private static final String FIND_OR_MAKE = """
        with made as (
            insert into person_ref (login)
            select :login where not exists (select from person_ref where login = :login)
            on conflict (login) do nothing returning ref)
        select ref from made union all select ref from person_ref where login = :login\
        """;
    private static final String IS_KNOWN = "select exists (select from person_ref where login = ?)";

    private final JdbcClient jdbc;
    private final Map<String, UUID> known = new HashMap<>();
    private long forgotten;

    PersonReferences(JdbcClient jdbc, NodeBroadcast nodes) {
        this.jdbc = jdbc;
        Runnable unused = nodes.listen(TOPIC, told -> forget(), this::forget);
    }

    /** The reference of whoever has this login; empty for the product itself and API keys, which have none. */
    Optional<UUID> of(String login) {
        if (login.isEmpty() || login.equals(SYSTEM) || login.startsWith(KEY)) {
            return Optional.empty();
        }
        Optional<UUID> erased = ErasedPerson.reference(login);
        return erased.isPresent() ? erased : Optional.of(remembered(login).orElseGet(() -> found(login)));
    }

    @Override
    public String sealed(String login) {
        return of(login).map(UUID::toString).orElse(login);
    }

    @Override
    public String sealedIfKnown(String text) {
        boolean is = remembered(text).isPresent()
                || jdbc.sql(IS_KNOWN).param(text).query(Boolean.class).single();
        return is ? sealed(text) : text;
    }

    /** Logins by their references; those that were erased are not among them. */
    Map<UUID, String> logins(Collection<UUID> references) {
        return references.isEmpty()
                ? Map.of()
                : logins("select ref, login from person_ref where ref = any(?)", List.of((Object)
                        references.toArray(UUID[]::new)));
    }

    /** All logins by their references: as many as people ever worked here. */
    Map<UUID, String> logins() {
        return logins("select ref, login from person_ref", List.of());
    }

    private Map<UUID, String> logins(String sql, List<?> parameters) {
        Map<UUID, String> logins = new HashMap<>();
        jdbc.sql(sql).params(parameters).query(row -> {
            logins.put(Sql.uuid(row, "ref"), row.getString("login"));
        });
        return logins;
    }

    private synchronized Optional<UUID> remembered(String login) {
        return Optional.ofNullable(known.get(login));
    }

    private UUID found(String login) {
        return TransactionBound.of(this, Found.class, () -> new Found(forgotten()))
                .references
                .computeIfAbsent(login, this::findOrMake);
    }

    /** Of two transactions that make the same one, the second finds the first one's with another look. */
    private UUID findOrMake(String login) {
        return look(login).or(() -> look(login)).orElseThrow();
    }

    private Optional<UUID> look(String login) {
        return jdbc.sql(FIND_OR_MAKE).param("login", login).query(UUID.class).list().stream()
                .findFirst();
    }

    private synchronized long forgotten() {
        return forgotten;
    }

    synchronized void forget() {
        forgotten++;
        known.clear();
    }

    private synchronized void keep(Map<String, UUID> references, long before) {
        if (forgotten == before) {
            known.putAll(references);
        }
    }

    /** What one transaction found and made, for it alone until it commits: what rolls back was never there. */
    private final class Found extends TransactionBound {

        private final Map<String, UUID> references = new HashMap<>();
        private final long before;

        Found(long before) {
            super(PersonReferences.this);
            this.before = before;
        }

        @Override
        public void afterCommit() {
            keep(references, before);
        }
    }
}
