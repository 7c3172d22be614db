package org.leadrelay.redesign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;
import org.leadrelay.platform.Sql;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables of the models that ever came with the product to this database: an old node that starts again brings nothing new. */
@Component
class ShippedTable {

    private final JdbcClient jdbc;

    ShippedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A set of models that came.
     *
     * @param deploymentId null when it was offered over an owner's
     */
    record Came(String checksum, @Nullable String deploymentId, Instant at) {}

    /** Oldest first. */
    List<Came> all() {
        return jdbc.sql("select checksum, deployment_id, deployed_at from shipped_models order by deployed_at,"
                        + " checksum")
                .query((row, n) -> new Came(row.getString(1), row.getString(2), Sql.instant(row, 3)))
                .list();
    }

    /** What came to a database of a release that did not note the files. */
    List<Came> withoutFiles() {
        return jdbc.sql("""
            select checksum, deployment_id, deployed_at from shipped_models m
            where deployment_id is not null
                and not exists (select from shipped_file f where f.checksum = m.checksum)
            """)
                .query((row, n) -> new Came(row.getString(1), row.getString(2), Sql.instant(row, 3)))
                .list();
    }

    /** Whether a file ever came with the product as it is. */
    boolean isOurs(String file, String sha256) {
        return jdbc.sql("select exists (select from shipped_file where file = ? and sha256 = ?)")
                .params(file, sha256)
                .query(Boolean.class)
                .single();
    }

    void add(String checksum, @Nullable String deploymentId, Instant now) {
        jdbc.sql("insert into shipped_models (checksum, deployment_id, deployed_at) values (?, ?, ?)")
                .params(checksum, deploymentId, Sql.time(now))
                .update();
    }

    void files(String checksum, List<ModelFile> files) {
        for (ModelFile each : files) {
            jdbc.sql("insert into shipped_file (checksum, file, sha256) values (?, ?, ?)")
                    .params(checksum, each.id(), Sha256.hex(each.content()))
                    .update();
        }
    }
}
