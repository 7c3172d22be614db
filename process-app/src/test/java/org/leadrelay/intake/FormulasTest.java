package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.platform.csv.CsvFile;
import org.leadrelay.platform.csv.Formulas;

class FormulasTest {

    private static final String PIECES =
            "=+-@＝＋－＠'';\t\r\n|,\"ab 1ü﹦−\u200B\uFEFF\u00A0\u202E\u0001\u2028\u0085\u000B\f\u001C";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1234",
                "-5",
                "@cmd",
                "\tx",
                "＝1",
                "－1",
                "a;=1",
                "a\n=1",
                "a\t@b",
                "''=1",
                " =1",
                "\u00A0=1",
                "\uFEFF=1",
                "\u200B\u200D=1",
                "\u202E@cmd",
                "\u0001-1",
                "\"=1",
                "a;\"=1\"",
                "a;  '=1",
                "a|+1",
                "a\u2028=1",
                "a\u0085=1",
                "a\u000B=1",
                "\u22121",
                "\uFE66SUM(A1)",
                "\u207A1",
                "' =1"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_again(String cell) {
        String written = Formulas.harmless(cell);

        assertThat(written).isNotEqualTo(cell).contains("'");
        assertThat(Formulas.original(written)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "'tis", "O'Brien", "1-2", "a=b", "a, -b", "''"})
    void what_no_spreadsheet_runs_stays_as_it_is(String cell) {
        assertThat(Formulas.harmless(cell)).isEqualTo(cell);
        assertThat(Formulas.original(cell)).isEqualTo(cell);
    }

    @Test
    void a_sign_behind_nul_is_guarded_and_a_long_hostile_cell_costs_no_time() {
        assertThat(Formulas.harmless("\u0000=1")).isEqualTo("'=1");
        String long1 = " ".repeat(500_000) + ";\"'".repeat(500_000);
        assertThat(Formulas.original(Formulas.harmless(long1))).isEqualTo(long1);
    }

    @Test
    void a_cell_within_a_cell_is_guarded_whatever_separates_it() {
        for (char separator : ";|\t\r\n\u2028".toCharArray()) {
            for (char sign : "=+-@＝＋－＠−".toCharArray()) {
                assertThat(Formulas.harmless("a" + separator + sign + "1"))
                        .isEqualTo("a" + separator + "'" + sign + "1");
            }
        }
    }

    @Test
    void random_cells_are_written_and_read_back_unchanged() throws IOException {
        Random random = new Random(20_261_128);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(List.of("row", cell(random), cell(random)));
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CsvFile file = new CsvFile(written, List.of("kind", "first", "second"));
        rows.forEach(file::write);
        file.end();

        List<List<String>> read = new ArrayList<>();
        String text = written.toString(StandardCharsets.UTF_8);
        try (CsvRows again = new CsvRows(new StringReader(text), ',')) {
            for (CsvRow row = again.next(); row != null; row = again.next()) {
                assertThat(row.problem()).isNull();
                read.add(row.cells());
            }
        }

        assertThat(read)
                .usingElementComparator((one, other) -> unixLines(one).equals(unixLines(other)) ? 0 : 1)
                .containsExactlyElementsOf(rows);
    }

    /** A line break inside a cell is read as one, however it was written. */
    private static List<String> unixLines(List<String> cells) {
        return cells.stream().map(each -> each.replaceAll("\r\n?", "\n")).toList();
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            cell.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return cell.toString();
    }
}
