package org.leadrelay.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Append-only tables of what happened to a version, and of its signatures. Nothing here is ever deleted. */
@Component
class CharterHistoryTable {

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final OperationLog log;
    private final Clock clock;

    CharterHistoryTable(JdbcClient jdbc, CurrentPerson person, OperationLog log, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.log = log;
        this.clock = clock;
    }

    /** With the hash of what the version says since then. */
    void note(CharterEntity version, CharterEvent.Kind kind, String details) {
        note(version.version(), kind, details, LineDetails.of("contentHash", version.hash()));
    }

    void note(int version, CharterEvent.Kind kind, String details) {
        note(version, kind, details, LineDetails.of("contentHash", null));
    }

    private void note(int version, CharterEvent.Kind kind, String details, LineDetails sealed) {
        log.add(
                StreamKind.AGREEMENT,
                sealedKind(kind),
                Integer.toString(version),
                sealed.and(
                                kind == CharterEvent.Kind.PROPOSED ? "effectiveFrom" : "what",
                                details.isEmpty() ? null : details)
                        .map());
        jdbc.sql("""
            insert into charter_event (charter_version, at, person, kind, details)
            values (?, ?, ?, ?, ?)
            """)
                .param(version)
                .param(Sql.time(clock.instant()))
                .param(person.get().login())
                .param(kind.code())
                .param(details)
                .update();
    }

    private static Kind sealedKind(CharterEvent.Kind kind) {
        return switch (kind) {
            case DRAFTED -> Kind.CHARTER_DRAFTED;
            case EDITED -> Kind.CHARTER_EDITED;
            case PROPOSED -> Kind.CHARTER_PROPOSED;
            case SIGNED -> Kind.CHARTER_SIGNED;
            case VOIDED -> Kind.CHARTER_VOIDED;
            case WITHDRAWN -> Kind.CHARTER_WITHDRAWN;
            case DISCARDED -> Kind.CHARTER_DISCARDED;
            case RECOMPUTED -> Kind.CHARTER_RECOMPUTED;
        };
    }

    List<CharterEvent> events(int version) {
        return jdbc.sql("""
            select at, person, kind, details from charter_event
            where charter_version = ? order by number
            """)
                .param(version)
                .query((row, n) -> new CharterEvent(
                        Sql.instant(row, 1),
                        row.getString(2),
                        CharterEvent.Kind.ofCode(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    /** Who wrote any part of it. */
    Set<String> authors(int version) {
        return Set.copyOf(jdbc.sql("""
            select distinct person from charter_event
            where charter_version = ? and kind in ('drafted', 'edited', 'proposed')
            """).param(version).query(String.class).list());
    }

    /** Puts a signature under a version, with its event. */
    void sign(int version, Signature signature) {
        jdbc.sql("""
            insert into charter_signature
                (charter_version, mandate, person, deputy, at, content_hash, recompute)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
                .param(version)
                .param(signature.mandate().code())
                .param(signature.person())
                .param(signature.deputy())
                .param(Sql.time(signature.at()))
                .param(signature.contentHash())
                .param(signature.recompute())
                .update();
        note(
                version,
                CharterEvent.Kind.SIGNED,
                signature.mandate().code(),
                LineDetails.of("contentHash", signature.contentHash())
                        .and("deputy", signature.deputy())
                        .and("recompute", signature.recompute()));
    }

    /** Says how many signatures hold no more. */
    int voidSignatures(int version) {
        int voided =
                jdbc.sql("""
                    update charter_signature set voided_at = ?
                    where charter_version = ? and voided_at is null
                    """).param(Sql.time(clock.instant())).param(version).update();
        if (voided > 0) {
            note(version, CharterEvent.Kind.VOIDED, Integer.toString(voided));
        }
        return voided;
    }

    List<Signature> signatures(int version) {
        return jdbc.sql("""
            select mandate, person, deputy, at, content_hash, recompute, voided_at
            from charter_signature where charter_version = ? order by number
            """).param(version).query((row, n) -> signature(row)).list();
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                Mandate.ofCode(row.getString(1)),
                row.getString(2),
                row.getBoolean(3),
                Sql.instant(row, 4),
                row.getString(5),
                row.getBoolean(6),
                Sql.instantOrNull(row, 7));
    }
}
