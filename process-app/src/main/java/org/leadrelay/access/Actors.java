package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
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

    private final PersonRepository persons;
    private final TeamRepository teams;
    private final Cache<String, Optional<Actor>> cache =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    Actors(PersonRepository persons, TeamRepository teams) {
        this.persons = persons;
        this.teams = teams;
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
        return persons.activeName(login)
                .map(
                        name ->
                                Actor.person(
                                        login,
                                        name,
                                        persons.rolesInForce(login),
                                        teams.idsOf(login)));
    }
}
