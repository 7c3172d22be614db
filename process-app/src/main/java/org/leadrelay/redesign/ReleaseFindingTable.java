package org.leadrelay.redesign;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.leadrelay.redesign.gate.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of what the gate said when a release was sealed. */
@Component
class ReleaseFindingTable {

    private final JdbcClient jdbc;

    ReleaseFindingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Finding> of(int release) {
        return jdbc.sql("""
            select severity, rule, file, element, arguments from release_finding where release = ? order by number
            """).param(release).query(ReleaseFindingTable::finding).list();
    }

    void put(int release, List<Finding> findings) {
        int number = 0;
        for (Finding each : findings) {
            number++;
            jdbc.sql("""
                insert into release_finding (release, number, severity, rule, file, element, arguments)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            release,
                            number,
                            each.severity().code(),
                            each.rule(),
                            each.file(),
                            each.element(),
                            each.arguments().toArray(String[]::new))
                    .update();
        }
    }

    private static Finding finding(ResultSet row, int line) throws SQLException {
        Array arguments = row.getArray("arguments");
        return new Finding(
                ReleaseCodes.severity(row.getString("severity")),
                row.getString("rule"),
                row.getString("file"),
                row.getString("element"),
                List.of((String[]) arguments.getArray()));
    }
}
