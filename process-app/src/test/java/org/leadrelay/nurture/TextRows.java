package org.leadrelay.nurture;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of texts that marketing wrote. */
final class TextRows {

    private TextRows() {}

    /** An English text in force, whatever it says. */
    static void inForce(JdbcClient jdbc, String track, String step, int version, String file) {
        jdbc.sql("insert into nurture_text (track, step, language, edition, versions) values (?, ?, 'en', ?, ?)")
                .params(track, step, version, version)
                .update();
        jdbc.sql("""
            insert into nurture_text_version (track, step, language, version, state, content, authors, written_at)
            values (?, ?, 'en', ?, 'in-force', ?, array['mara'], now())
            """).params(track, step, version, file).update();
    }
}
