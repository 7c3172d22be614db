package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is put into an array of rows, PostgreSQL reads as it was. */
@ProductTest
class RowArrayTest {

    private static final List<String> WORDS = List.of(
            "plain",
            "",
            " ",
            "NULL",
            "null",
            "a \"quoted\" word",
            "\"",
            "\\",
            "\\\"\\\\",
            "{a,b}",
            "(a,b)",
            ",",
            "line\nbreak\r\ttab",
            "{\"key\":\"va\\\"lue\",\"of\":[1,2]}",
            "\\x00",
            "Zürich – 東京 😀",
            "'; drop table lead; --");

    @Autowired
    JdbcClient jdbc;

    @Test
    void words_come_out_as_they_went_in() {
        // given
        RowArray rows = new RowArray();
        WORDS.forEach(word -> row(rows, word, null, word));

        // then
        List<List<String>> expected = new ArrayList<>();
        for (String word : WORDS) {
            List<String> row = new ArrayList<>();
            row.add(word);
            row.add(null);
            row.add(word);
            expected.add(row);
        }
        assertThat(read(rows)).isEqualTo(expected);
    }

    @Test
    void without_rows_it_is_empty() {
        assertThat(read(new RowArray())).isEmpty();
    }

    @Test
    void a_row_of_nothing_is_a_row() {
        // given
        RowArray rows = new RowArray();
        row(rows, null, null, null);

        // then
        assertThat(read(rows))
                .singleElement()
                .satisfies(row -> assertThat(row).containsOnlyNulls().hasSize(3));
    }

    /** Kind, person and API key of a log line. */
    private static void row(RowArray rows, @Nullable String one, @Nullable String two, @Nullable String three) {
        rows.row().field(null).field(one).field(two).field(null).field(three);
        for (int more = 0; more < 8; more++) {
            rows.field(null);
        }
    }

    private List<List<String>> read(RowArray rows) {
        return jdbc.sql("""
            select line.kind, line.person, line.api_key_name
            from unnest(cast(? as journey_log_line[])) as line
            """)
                .param(1, rows.text(), Types.OTHER)
                .query((row, number) -> {
                    List<String> words = new ArrayList<>();
                    words.add(row.getString(1));
                    words.add(row.getString(2));
                    words.add(row.getString(3));
                    return words;
                })
                .list();
    }
}
