package org.leadrelay.redesign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the releases. */
@Component
class ReleaseTable {

    private static final String ALL = """
        select number, base, state, edition, content_hash, title, made_by, made_at, sealed_by, sealed_at, decided_by,
            decided_at, approved_from, in_force_from, deployment_id, needs_charter, charter_version, rolls_back_to
        from release
        """;

    private final JdbcClient jdbc;
    private final AdvisoryLock lock;

    ReleaseTable(JdbcClient jdbc, AdvisoryLock lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /** Until the end of the transaction nobody else changes a release. Taken after the charter's, where both are. */
    void lock() {
        lock.awaitUntilCommit("releases");
    }

    /** Newest first. */
    List<ReleaseRow> all() {
        return jdbc.sql(ALL + "order by number desc").query(ReleaseRow::of).list();
    }

    Optional<ReleaseRow> find(int number) {
        return jdbc.sql(ALL + "where number = ?")
                .param(number)
                .query(ReleaseRow::of)
                .optional();
    }

    Optional<ReleaseRow> draft() {
        return jdbc.sql(ALL + "where state = 'draft'").query(ReleaseRow::of).optional();
    }

    /**
     * The newest approved one whose moment has come; before the first moment, to which a clock may have been put back, the
     * first. Empty in a database that has none yet.
     */
    Optional<ReleaseRow> inForce(Instant now) {
        return jdbc.sql(ALL + """
            where state = 'approved' and in_force_from is not null
            order by in_force_from <= ? desc, case when in_force_from <= ? then in_force_from end desc,
                case when in_force_from <= ? then number end desc, in_force_from, number
            limit 1
            """)
                .params(Sql.time(now), Sql.time(now), Sql.time(now))
                .query(ReleaseRow::of)
                .optional();
    }

    /** Approved ones whose moment is yet to come, the next first. */
    List<ReleaseRow> scheduled(Instant now) {
        return jdbc.sql(ALL + "where state = 'approved' and in_force_from > ? order by in_force_from, number")
                .param(Sql.time(now))
                .query(ReleaseRow::of)
                .list();
    }

    /** Approved ones that are not in force yet: their moment is to come, or the charter's signatures are. */
    List<ReleaseRow> pending(Instant now) {
        return jdbc.sql(ALL + """
            where state = 'approved' and (in_force_from is null or in_force_from > ?) order by number
            """).param(Sql.time(now)).query(ReleaseRow::of).list();
    }

    /** Those whose moment has come, which nobody has noted yet. */
    List<ReleaseRow> unnoted(Instant now) {
        return jdbc.sql(ALL + """
            where state = 'approved' and in_force_from <= ?
                and not exists (select from release_event e where e.release = release.number and e.kind = 'in-force')
            order by in_force_from, number
            """).param(Sql.time(now)).query(ReleaseRow::of).list();
    }

    /** The one that takes effect, or took, with this version of the charter. */
    Optional<ReleaseRow> ofCharter(int version) {
        return jdbc.sql(ALL + "where charter_version = ? and state in ('sealed', 'approved')")
                .param(version)
                .query(ReleaseRow::of)
                .optional();
    }

    /** Whether this version of a table is deployed with a release that may take effect and has not yet. */
    boolean isComing(String decision, int version, Instant now) {
        return jdbc.sql("""
            select exists (select from release r join release_definition d on d.release = r.number
                where d.kind = 'decision' and d.key = ? and d.version = ?
                    and (r.state = 'sealed'
                        or r.state = 'approved' and (r.in_force_from is null or r.in_force_from > ?)))
            """)
                .params(decision, version, Sql.time(now))
                .query(Boolean.class)
                .single();
    }

    /** The definitions of models that are deployed with a release that may take effect and has not yet. */
    List<String> comingModels(Instant now) {
        return jdbc.sql("""
            select d.definition_id from release r join release_definition d on d.release = r.number
            where d.kind = 'process'
                and (r.state = 'sealed' or r.state = 'approved' and (r.in_force_from is null or r.in_force_from > ?))
            order by r.number, d.key
            """).param(Sql.time(now)).query(String.class).list();
    }

    /** Whether somebody but the product made one that was ever approved. */
    boolean ownersHaveApproved() {
        return jdbc.sql("""
            select exists (select from release where made_by <> 'system' and state = 'approved')
            """).query(Boolean.class).single();
    }

    /**
     * Begins a draft under the next number.
     *
     * @return its number
     */
    int begin(@Nullable Integer base, String title, String person, Instant now) {
        return jdbc.sql("""
            insert into release (number, base, state, content_hash, title, made_by, made_at)
            select coalesce(max(number), 0) + 1, ?, 'draft', '', ?, ?, ? from release
            returning number
            """)
                .params(base, title, person, Sql.time(now))
                .query(Integer.class)
                .single();
    }

    /**
     * A sealed one under the next number that names the deployment of another one.
     *
     * @return its number
     */
    int beginRollBack(ReleaseRow to, int base, String title, String person, Instant now) {
        return jdbc.sql("""
            insert into release (number, base, state, content_hash, title, made_by, made_at, sealed_by, sealed_at,
                deployment_id, rolls_back_to)
            select coalesce(max(number), 0) + 1, ?, 'sealed', '', ?, ?, ?, ?, ?, ?, ? from release
            returning number
            """)
                .params(base, title, person, Sql.time(now), person, Sql.time(now), to.deploymentId(), to.number())
                .query(Integer.class)
                .single();
    }

    void content(int number, String contentHash) {
        jdbc.sql("update release set content_hash = ?, edition = edition + 1 where number = ?")
                .params(contentHash, number)
                .update();
    }

    void seal(int number, String title, String person, Instant now, String deploymentId) {
        jdbc.sql("""
            update release set state = 'sealed', title = ?, sealed_by = ?, sealed_at = ?, deployment_id = ?,
                edition = edition + 1
            where number = ?
            """).params(title, person, Sql.time(now), deploymentId, number).update();
    }

    /**
     * @param from the moment that was chosen; null for at once
     */
    void approve(int number, String person, Instant now, @Nullable Instant from) {
        jdbc.sql("""
            update release set state = 'approved', decided_by = ?, decided_at = ?, approved_from = ?,
                edition = edition + 1
            where number = ?
            """)
                .params(person, Sql.time(now), Sql.timeOrNull(from), number)
                .update();
    }

    void base(int number, int base) {
        jdbc.sql("update release set base = ? where number = ?")
                .params(base, number)
                .update();
    }

    /**
     * It changes what both sides signed.
     *
     * @param charterVersion the draft that goes with it; null while there is none
     */
    void pair(int number, @Nullable Integer charterVersion) {
        jdbc.sql("update release set needs_charter = true, charter_version = ? where number = ?")
                .params(charterVersion, number)
                .update();
    }

    /** Rejected or withdrawn. It no longer goes with a charter. */
    void giveUp(int number, ReleaseRow.State state) {
        jdbc.sql("update release set state = ?, charter_version = null, edition = edition + 1 where number = ?")
                .params(ReleaseCodes.code(state), number)
                .update();
    }

    void decided(int number, String person, Instant now) {
        jdbc.sql("update release set decided_by = ?, decided_at = ? where number = ?")
                .params(person, Sql.time(now), number)
                .update();
    }

    void inForceFrom(int number, Instant moment) {
        jdbc.sql("update release set in_force_from = ? where number = ?")
                .params(Sql.time(moment), number)
                .update();
    }
}
