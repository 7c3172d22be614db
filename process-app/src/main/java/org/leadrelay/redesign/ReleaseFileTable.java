package org.leadrelay.redesign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the files of each release. */
@Component
class ReleaseFileTable {

    private final JdbcClient jdbc;

    ReleaseFileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    List<ReleaseFile> of(int release) {
        return jdbc.sql("""
            select file, kind, name, content, sha256, origin, person, at from release_file
            where release = ? order by name
            """).param(release).query(ReleaseFileTable::file).list();
    }

    /** Each file of the product's as it last was in a release or in those that it came from, before anybody changed it. */
    List<ReleaseFile> asShipped(int release) {
        return jdbc.sql("""
            with recursive line as (
                select number, base from release where number = ?
                union all
                select r.number, r.base from line l join release r on r.number = l.base
            )
            select distinct on (f.file) f.file, kind, name, content, f.sha256, origin, person, at
            from line l join release_file f on f.release = l.number
            where exists (select from shipped_file s where s.file = f.file and s.sha256 = f.sha256)
            order by f.file, l.number desc
            """).param(release).query(ReleaseFileTable::file).list();
    }

    /** Null without that file. */
    @Nullable
    String sha256(int release, String file) {
        return jdbc.sql("select sha256 from release_file where release = ? and file = ?")
                .params(release, file)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Of a table in the version as which it was deployed. */
    @Nullable
    String sha256OfVersion(String decision, int version) {
        return jdbc.sql("""
            select f.sha256 from release_definition d join release_file f on f.release = d.release and f.file = d.key
            where d.kind = 'decision' and d.key = ? and d.version = ? limit 1
            """)
                .params(decision, version)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void remove(int release, String file) {
        jdbc.sql("delete from release_file where release = ? and file = ?")
                .params(release, file)
                .update();
    }

    /** In the place of the one with its id, if there is one. */
    void put(int release, ReleaseFile file) {
        jdbc.sql("""
            insert into release_file (release, file, kind, name, content, sha256, origin, person, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (release, file) do update set name = excluded.name, content = excluded.content,
                sha256 = excluded.sha256, origin = excluded.origin, person = excluded.person, at = excluded.at
            """)
                .params(
                        release,
                        file.file().id(),
                        file.file().kind().code(),
                        file.file().name(),
                        file.file().content(),
                        file.sha256(),
                        ReleaseCodes.code(file.origin()),
                        file.person(),
                        Sql.time(file.at()))
                .update();
    }

    private static ReleaseFile file(ResultSet row, int line) throws SQLException {
        return new ReleaseFile(
                new ModelFile(
                        row.getString("file"),
                        ReleaseCodes.kind(row.getString("kind")),
                        row.getString("name"),
                        row.getBytes("content")),
                row.getString("sha256"),
                ReleaseCodes.origin(row.getString("origin")),
                row.getString("person"),
                Sql.instant(row, "at"));
    }
}
