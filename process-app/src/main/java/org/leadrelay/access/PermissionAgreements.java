package org.leadrelay.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agreements that permissions rest on, such as one with a works council: entered when a role is given the permission, and
 * shown to everyone concerned as long as a role has it.
 */
@Service
public class PermissionAgreements {

    private static final Wording WORDING = Wording.of(PermissionAgreements.class);
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    PermissionAgreements(JdbcClient jdbc, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * What was agreed, as whoever gives the permission says.
     *
     * @param words what it is called or says: where everyone concerned can read it
     */
    public record Agreed(String words, LocalDate on) {}

    /**
     * An agreement that a permission rests on now.
     *
     * @param person login of who entered it
     */
    public record Agreement(String role, String words, LocalDate on, String person, Instant at) {}

    /** Of each role that has the permission the newest. Anybody inside may know. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Agreement> inForce(Permission permission) {
        return jdbc.sql("""
            select distinct on (a.role) a.role, a.words, a.agreed_on, a.person, a.at
            from permission_agreement a
            join role_permission p on p.role = a.role and p.permission = a.permission
            where a.permission = ?
            order by a.role, a.number desc
            """)
                .param(permission.code())
                .query((row, number) -> new Agreement(
                        row.getString("role"),
                        row.getString("words"),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getString("person"),
                        Sql.instant(row, "at")))
                .list();
    }

    /**
     * @throws Invalid without words, with too many, or of a day to come
     */
    Agreed checked(Agreed agreed) {
        String words = agreed.words().strip();
        if (words.isEmpty()) {
            throw Invalid.field("agreement", WORDING.text("agreementWords"));
        }
        if (words.length() > LONGEST) {
            throw Invalid.field("agreement", WORDING.text("agreementLong", LONGEST));
        }
        if (agreed.on().isAfter(LocalDate.now(clock).plusDays(1))) {
            throw Invalid.field("agreedOn", WORDING.text("agreementLater"));
        }
        return new Agreed(words, agreed.on());
    }

    void note(String role, Permission permission, Agreed agreed) {
        jdbc.sql("""
            insert into permission_agreement (permission, role, words, agreed_on, person, at)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(
                        permission.code(),
                        role,
                        agreed.words(),
                        agreed.on(),
                        currentPerson.get().login(),
                        Sql.time(clock.instant()))
                .update();
    }
}
