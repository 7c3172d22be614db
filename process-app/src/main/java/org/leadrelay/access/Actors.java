package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.TransactionBound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cache of active people with their roles, permissions, teams and access version, invalidated on all nodes by
 * LISTEN/NOTIFY when the change commits. Every request asks. What was read before an invalidation
 * is never kept after it, and the transaction that changes somebody reads past the cache.
 */
@Component
class Actors {

    private static final String TOPIC = "people";
    private static final String EVERYBODY = "*";

    /** Expiry for changes without a notification, such as one by hand in the database. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final PersonRepository persons;
    private final TeamRepository teams;
    private final NodeBroadcast nodes;
    private final Cache<String, Optional<Access>> cache =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();
    private long invalidations;

    Actors(PersonRepository persons, TeamRepository teams, NodeBroadcast nodes) {
        this.persons = persons;
        this.teams = teams;
        this.nodes = nodes;
        Runnable unused = nodes.listen(TOPIC, this::invalidate, () -> invalidate(EVERYBODY));
    }

    /**
     * @param version raised by whatever ends all sessions of the person
     */
    record Access(Actor actor, long version) {}

    /** Empty when nobody active has this login. */
    Optional<Actor> find(String login) {
        return access(login).map(Access::actor);
    }

    /** Empty when nobody active has this login. */
    Optional<Access> access(String login) {
        if (isChangedHere(login)) {
            return load(login);
        }
        Optional<Access> known = cache.getIfPresent(login);
        if (known != null) {
            return known;
        }
        long before = invalidations();
        Optional<Access> read = load(login);
        keep(login, read, before);
        return read;
    }

    /** Here and on all other nodes, when the transaction commits. */
    void forget(String login) {
        noteChange(login);
        nodes.tellEveryone(TOPIC, login);
    }

    void forgetAll() {
        forget(EVERYBODY);
    }

    /**
     * Registers a callback after an invalidation on any node.
     *
     * @param changed takes whether a login may be the one that changed; never waits
     */
    void onChange(Consumer<Changed> changed) {
        Runnable unused = nodes.listen(
                TOPIC, login -> changed.accept(each -> isSame(login, each)), () -> changed.accept(each -> true));
    }

    /** Whether this login may have changed. */
    interface Changed {
        boolean holds(String login);
    }

    private static boolean isSame(String told, String login) {
        return told.equals(EVERYBODY) || told.equals(login);
    }

    private synchronized long invalidations() {
        return invalidations;
    }

    private synchronized void invalidate(String login) {
        invalidations++;
        if (login.equals(EVERYBODY)) {
            cache.invalidateAll();
        } else {
            cache.invalidate(login);
        }
    }

    private synchronized void keep(String login, Optional<Access> read, long before) {
        if (invalidations == before) {
            cache.put(login, read);
        }
    }

    private void noteChange(String login) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionBound.of(this, ChangedHere.class, () -> new ChangedHere(this))
                    .logins
                    .add(login);
        }
    }

    private boolean isChangedHere(String login) {
        return TransactionBound.find(this, ChangedHere.class)
                .filter(changed -> changed.logins.contains(login) || changed.logins.contains(EVERYBODY))
                .isPresent();
    }

    /** What this transaction changed is for others only when it has committed. */
    private static final class ChangedHere extends TransactionBound {

        private final Set<String> logins = new HashSet<>();

        ChangedHere(Actors owner) {
            super(owner);
        }
    }

    private Optional<Access> load(String login) {
        return persons.activeAccess(login).map(person -> {
            Set<String> roles = persons.rolesInForce(login);
            return new Access(
                    Actor.person(login, person.getName(), roles, permissionsOf(roles), teams.idsOf(login)),
                    person.getVersion());
        });
    }

    /** What these roles allow together, as it is stored. */
    Set<Permission> permissionsOf(Set<String> roles) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (!roles.isEmpty()) {
            persons.permissionsOf(roles).forEach(each -> Permission.of(each).ifPresent(permissions::add));
        }
        return permissions;
    }
}
