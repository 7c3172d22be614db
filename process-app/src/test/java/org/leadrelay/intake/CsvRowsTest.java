package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void cells_may_hold_separators_quotes_and_line_breaks() throws IOException {
        List<CsvRow> rows = rows("a,b\n\"x, y\",\"said \"\"hi\"\"\nand left\"\nlast,row\r\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).cells()).containsExactly("x, y", "said \"hi\"\nand left");
        assertThat(rows.get(1).cells()).containsExactly("last", "row");
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void an_unclosed_quote_costs_its_own_row_only() throws IOException {
        List<CsvRow> rows = rows("a,b\n1,fine\n2,\"never closed\n3,fine\n4,fine\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows.get(1).problem()).contains("never closed");
        assertThat(rows.get(2).cells()).containsExactly("3", "fine");
    }

    @Test
    void a_quote_inside_a_cell_that_is_not_quoted_is_a_letter_like_any_other() throws IOException {
        List<CsvRow> rows = rows("a,b\n5\" pipe,x\nnext,y\n");

        assertThat(rows.get(0).cells()).containsExactly("5\" pipe", "x");
        assertThat(rows).hasSize(2);
    }

    @Test
    void blank_lines_and_lines_of_separators_are_no_rows() throws IOException {
        assertThat(rows("a,b\n\n,,\n  \n1,2\n\n")).hasSize(1);
    }

    @Test
    void a_line_without_end_is_refused_and_does_not_fill_the_memory() throws IOException {
        List<CsvRow> rows = rows("a,b\n" + "x".repeat(5_000_000) + "\n1,2\n");

        assertThat(rows.get(0).problem()).contains("too long");
        assertThat(rows.get(0).cells().get(0)).hasSizeLessThan(2_000);
        assertThat(rows.get(1).cells()).containsExactly("1", "2");
    }

    @Test
    void the_delimiter_is_found() {
        assertThat(DelimiterDetector.found("a;b;c\n1,5;2;3\n")).isEqualTo(';');
        assertThat(DelimiterDetector.found("a\tb\n1\t2\n")).isEqualTo('\t');
        assertThat(DelimiterDetector.found("a|b|c\n1|2|3\n")).isEqualTo('|');
        assertThat(DelimiterDetector.found("name,\"x;y;z;w\"\nada,1\n")).isEqualTo(',');
        assertThat(DelimiterDetector.found("sep=;\na;b\n")).isEqualTo(';');
        assertThat(DelimiterDetector.found("only one column\nvalue\n")).isEqualTo(',');
    }

    @Test
    void the_encoding_is_found() {
        String text = "Name,Ort\nJörg Müßig,Zürich\nÅsa Öberg,Malmö\n";
        assertThat(found(text, StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(found("\uFEFF" + text, StandardCharsets.UTF_16LE)).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(found("\uFEFF" + text, StandardCharsets.UTF_16BE)).isEqualTo(StandardCharsets.UTF_16BE);
        assertThat(found(text, StandardCharsets.UTF_16LE)).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(found(text, Charset.forName("windows-1252"))).isEqualTo(Charset.forName("windows-1252"));
        assertThat(found("plain ascii\n", StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void utf_8_with_a_broken_byte_stays_utf_8() {
        byte[] bytes = ("Name\n" + "Jörg Müßig\n".repeat(20)).getBytes(StandardCharsets.UTF_8);
        byte[] broken = java.util.Arrays.copyOf(bytes, bytes.length + 2);
        broken[bytes.length] = (byte) 0xC3;
        broken[bytes.length + 1] = 'x';
        StreamEncodingDetector charsets = new StreamEncodingDetector();
        charsets.see(broken, broken.length);

        assertThat(charsets.found()).isEqualTo(StandardCharsets.UTF_8);
    }

    private static Charset found(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        StreamEncodingDetector charsets = new StreamEncodingDetector();
        charsets.see(bytes, bytes.length);
        return charsets.found();
    }

    private static List<CsvRow> rows(String text) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows reader = new CsvRows(new StringReader(text), ',')) {
            assertThat(reader.header()).containsExactly("a", "b");
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
