package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.export.LeadExports;

/** What stands above the rows of a file, and what among them is no row. */
class CsvHeadTest {

    private record Read(List<String> header, List<CsvRow> rows) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\na;b\n1;2\n",
                "SEP=;\r\na;b\r\n1;2\r\n",
                "\uFEFFsep=;\na;b\n1;2\n",
                "\"sep=;\"\na;b\n1;2\n",
                "sep=;;\na;b\n1;2\n",
                "sep=\t\na\tb\n1\t2\n",
                "sep=|\na|b\n1|2\n",
                "Sep=^\na^b\n1^2\n",
                "sep=,\na,b\n1,2\n",
                "sep=\na;b\n1;2\n"
            })
    void excels_hint_is_followed_and_is_no_row(String file) throws IOException {
        Read read = read(file);

        assertThat(read.header()).containsExactly("a", "b");
        assertThat(read.rows()).extracting(CsvRow::cells).containsExactly(List.of("1", "2"));
        assertThat(read.rows()).extracting(CsvRow::line).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
        Leads export 2026
        Created by Ada, today

        Name,Email,City
        Ann,a@b.example,Ulm
        Bob,b@b.example,Bonn
        Cat,c@b.example,Kiel
        """, """
            Leads 2026;;
            ;;

            Name;Email;City
            Ann;a@b.example;Ulm
            Bob;b@b.example;Bonn
            Cat;c@b.example;Kiel
            """})
    void titles_above_the_header_are_passed_over(String file) throws IOException {
        Read read = read(file);

        assertThat(read.header()).containsExactly("Name", "Email", "City");
        assertThat(read.rows()).hasSize(3);
        assertThat(read.rows().get(0).line()).isEqualTo(5);
        assertThat(read.rows()).extracting(CsvRow::number).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Email\na@b.example,x,y\nb@b.example,x,y\nc@b.example,x,y\n",
                "Email\na@b.example\nb@b.example\nc@b.example\n",
                "Email,Name\na@b.example,x,y\nb@b.example,x,y\nAda,x,y\n"
            })
    void a_narrow_header_stays_the_header(String file) throws IOException {
        assertThat(read(file).header()).startsWith("Email");
        assertThat(read(file).rows()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c\n\"\",\"\",\"\"\n1,2,3\n\" \",, \n",
                "a;b;c\n\"\";\"\";\"\"\n1;2;3\n;;\n",
                "a|b|c\n||\n1|2|3\n\"\"||\n",
                "a\tb\tc\n\t\t\n1\t2\t3\n\"\"\t\"\"\t\"\"\n"
            })
    void rows_of_nothing_but_quotes_and_separators_are_blank(String file) throws IOException {
        assertThat(read(file).rows()).extracting(CsvRow::cells).containsExactly(List.of("1", "2", "3"));
    }

    @Test
    void blanks_around_quotes_do_not_count() throws IOException {
        Read read = read("a,b,c\n1, \"x, y\" ,\t\"said \"\"hi\"\"\nand left\"\n  2 , z \"q\" z,3\n");

        assertThat(read.rows().get(0).cells()).containsExactly("1", "x, y", "said \"hi\"\nand left");
        assertThat(read.rows().get(1).cells()).containsExactly("  2 ", " z \"q\" z", "3");
        assertThat(read.rows().get(1).line()).isEqualTo(4);
    }

    @Test
    void a_file_of_refused_rows_is_read_without_its_own_columns() throws IOException {
        Read read = read("line,field,reason,Email,Phone\n3,email,no address,a@b.example,'+49 30 1\n");

        assertThat(read.header()).containsExactly("Email", "Phone");
        assertThat(read.rows().get(0).cells()).containsExactly("a@b.example", "+49 30 1");
    }

    @Test
    void a_list_of_leads_is_read_without_what_only_the_product_fills() throws IOException {
        String header = String.join(",", LeadExports.headings());
        Read read = read(header + """

            u,Ada,a@b.example,'+49 30 1,Ltd,Web,,o,x1,rep,s,,r,p,A,1,1,t,t
            u,b@b.example,b@b.example,,,,,o,x2,rep,s,,r,p,A,1,1,t,t
            u,#x3,,,,,,o,x3,rep,s,,r,p,A,1,1,t,t
            """);

        assertThat(read.header()).containsExactly("name", "email", "phone", "company", "source", "campaign");
        assertThat(read.rows().get(0).cells()).containsExactly("Ada", "a@b.example", "+49 30 1", "Ltd", "Web", "");
        assertThat(read.rows().get(1).cells()).startsWith("", "b@b.example");
        assertThat(read.rows().get(2).problem()).contains("no e-mail address");
    }

    private static Read read(String file) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows reader = new CsvRows(new StringReader(file), DelimiterDetector.found(file))) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return new Read(reader.header(), rows);
        }
    }
}
