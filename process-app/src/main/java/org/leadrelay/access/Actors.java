package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Active people with their roles and teams, kept for a few seconds: every request asks. A change on
 * this node counts at once, on another node after those seconds.
 */
@Component
class Actors {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Cache<String, Optional<Actor>> cache =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    Actors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when nobody active has this login. */
    Optional<Actor> find(String login) {
        Optional<Actor> known = cache.getIfPresent(login);
        if (known == null) {
            known = load(login);
            cache.put(login, known);
        }
        return known;
    }

    /**
     * Forgets now, for this transaction, and again after its commit, for whoever loaded in between.
     */
    void forget(String login) {
        cache.invalidate(login);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            cache.invalidate(login);
                        }
                    });
        }
    }

    void forgetAll() {
        cache.asMap().keySet().forEach(this::forget);
    }

    private Optional<Actor> load(String login) {
        return jdbc.sql("select display_name from person where login = :login and active")
                .param("login", login)
                .query(String.class)
                .optional()
                .map(name -> withRolesAndTeams(login, name));
    }

    private Actor withRolesAndTeams(String login, String displayName) {
        var roles =
                jdbc.sql("select role from person_role where login = :login")
                        .param("login", login)
                        .query(String.class)
                        .list();
        var teams =
                jdbc.sql("select team_id from team_member where login = :login")
                        .param("login", login)
                        .query(UUID.class)
                        .list();
        return new Actor(
                login, displayName, new HashSet<>(roles), new HashSet<>(teams), false, null, null);
    }
}
