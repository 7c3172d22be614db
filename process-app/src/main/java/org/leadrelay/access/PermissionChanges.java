package org.leadrelay.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.access.Roles.Role;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Append-only log of what was changed about roles and their permissions, with author and moment. */
@Component
public class PermissionChanges {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final OperationLog log;
    private final Clock clock;

    PermissionChanges(JdbcClient jdbc, CurrentPerson currentPerson, OperationLog log, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.log = log;
        this.clock = clock;
    }

    /** What was done to a role. */
    public enum What {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One change.
     *
     * @param person login of who made it
     * @param before codes of the permissions; one that a later version does not know is kept
     */
    public record Change(Instant at, String person, String role, What what, List<String> before, List<String> after) {

        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** What the role allows since then and did not before. */
        public List<String> given() {
            return after.stream().filter(each -> !before.contains(each)).toList();
        }

        /** What the role allowed before and does not since then. */
        public List<String> taken() {
            return before.stream().filter(each -> !after.contains(each)).toList();
        }
    }

    void note(String role, What what, Set<Permission> before, Set<Permission> after) {
        note(role, what, before, after, null);
    }

    /**
     * @param agreed what a given permission rests on; the line has its day and the fingerprint of its words
     */
    void note(String role, What what, Set<Permission> before, Set<Permission> after, @Nullable Agreed agreed) {
        write(
                role,
                what,
                before,
                after,
                LineDetails.of("agreedOn", agreed == null ? null : agreed.on())
                        .and("agreement", agreed == null ? null : CommittedText.orNull(agreed.words())));
    }

    private void write(String role, What what, Set<Permission> before, Set<Permission> after, LineDetails more) {
        jdbc.sql("""
            insert into permission_change (at, person, role, what, permissions_before, permissions_after)
            values (?, ?, ?, ?, ?, ?)
            """)
                .param(Timestamp.from(clock.instant()))
                .param(currentPerson.get().login())
                .param(role)
                .param(what.name().toLowerCase(Locale.ROOT))
                .param(written(before))
                .param(written(after))
                .update();
        log.add(
                StreamKind.ACCESS,
                kind(what),
                role,
                more.change("permissions", codes(written(before)), codes(written(after)))
                        .map());
    }

    /** A role has other words or another side than before, and allows what it did. */
    void noteDescription(Role before, Role now) {
        boolean sameWords =
                new Role(before.name(), now.label(), now.labelDe(), now.description(), before.side()).equals(before);
        log.add(
                StreamKind.ACCESS,
                Kind.ROLE_CHANGED,
                now.name(),
                LineDetails.of("fields", sameWords ? null : List.of("words"))
                        .change("side", before.side().code(), now.side().code())
                        .map());
    }

    void noteAdded(Role role, Set<Permission> allowed) {
        String side = role.side() == RoleSide.NEITHER ? null : role.side().code();
        write(role.name(), What.ADDED, Set.of(), allowed, LineDetails.of("side", side));
    }

    private static Kind kind(What what) {
        return switch (what) {
            case ADDED -> Kind.ROLE_ADDED;
            case CHANGED -> Kind.ROLE_CHANGED;
            case REMOVED -> Kind.ROLE_REMOVED;
        };
    }

    List<Change> newest() {
        return jdbc.sql("""
            select at, person, role, what, permissions_before, permissions_after from permission_change
            order by number desc limit ?
            """)
                .param(MOST)
                .query((row, n) -> new Change(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        What.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        codes(row.getString(5)),
                        codes(row.getString(6))))
                .list();
    }

    private static String written(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::code).collect(Collectors.joining(" "));
    }

    private static List<String> codes(String written) {
        return written.isEmpty() ? List.of() : Arrays.asList(written.split(" "));
    }
}
