package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leadrelay.intake.ImportDriver;
import org.leadrelay.process.RouteFigures.Estimate;
import org.leadrelay.process.RouteFigures.RoutedLead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Measurement of the shipped tables on a file of real leads whose outcome is known: the file is imported as anybody imports one, the
 * engine rates each lead, and the outcome, which the import does not see, is the yardstick. See docs/how-to/tune-the-criteria.md.
 */
@Import(ImportDriver.class)
class TablesOnFileTest extends JourneyTest {

    private static final String ID = System.getProperty("tables.id", "Prospect ID");
    private static final String ORDER = System.getProperty("tables.order", "Lead Number");
    private static final String OUTCOME = System.getProperty("tables.outcome", "Converted");
    private static final List<String> SCORES =
            List.of(System.getProperty("tables.scores", "Asymmetrique Profile Score,Asymmetrique Activity Score")
                    .split(","));

    @Autowired
    ImportDriver imports;

    @Test
    void the_tables_hand_over_those_who_buy() throws Exception {
        // given
        String file = System.getProperty("tables.file");
        Assumptions.assumeTrue(
                file != null, "No file of leads given: -Dtables.file=/path/to/leads.csv; see how-to/tune-the-criteria");
        List<List<String>> rows = rows(Path.of(file));

        // when
        List<RoutedLead> leads = routed(rows, List.of());
        List<RoutedLead> unscored = routed(testHalf(rows), SCORES);

        // then
        List<RoutedLead> test = half(leads, false);
        print("fit half", leads, half(leads, true));
        print("test half", leads, test);
        print("test half, without the scores", leads, unscored);
        double lift = RouteFigures.lift(test, RoutedLead::handedOver);
        double coverage = RouteFigures.coverage(test, RoutedLead::handedOver);
        assertThat(lift).isGreaterThanOrEqualTo(Double.parseDouble(System.getProperty("tables.lift", "0")));
        assertThat(coverage).isGreaterThanOrEqualTo(Double.parseDouble(System.getProperty("tables.coverage", "0")));
    }

    private static List<RoutedLead> half(List<RoutedLead> leads, boolean fit) {
        return leads.stream().filter(each -> isOfFitHalf(each.id()) == fit).toList();
    }

    private static List<List<String>> testHalf(List<List<String>> rows) {
        int id = column(rows.get(0), ID);
        return rows.stream()
                .filter(row -> row.equals(rows.get(0)) || !isOfFitHalf(row.get(id)))
                .toList();
    }

    /** The first hexadecimal digit of the id's hash decides: the same leads in every run. */
    private static boolean isOfFitHalf(String id) {
        return Character.digit(md5(id).charAt(0), 16) < 8;
    }

    private List<RoutedLead> routed(List<List<String>> rows, List<String> without) {
        String origin = UUID.randomUUID().toString();
        List<String> header = rows.get(0);
        int id = column(header, ID);
        int order = column(header, ORDER);
        int outcome = column(header, OUTCOME);
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != outcome && !without.contains(header.get(i))) {
                sent.add(i);
            }
        }
        imports.run(
                rows.stream()
                        .map(row -> sent.stream().map(i -> cell(row.get(i))).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")),
                origin);
        rate();
        Map<String, List<String>> byId = new TreeMap<>();
        rows.subList(1, rows.size()).forEach(row -> byId.put(row.get(id), row));
        List<RoutedLead> leads = jdbc.sql("""
            select l.external_id, j.fit || j.maturity as cell, j.route from lead l join journey j on j.lead_id = l.id
            where l.origin = ? order by l.external_id
            """)
                .param(origin)
                .query((row, number) -> {
                    List<String> told = byId.get(row.getString("external_id"));
                    return new RoutedLead(
                            row.getString("external_id"),
                            Long.parseLong(told.get(order)),
                            told.get(outcome).equals("1"),
                            row.getString("cell"),
                            row.getString("route"));
                })
                .list();
        assertThat(leads).as("every row is a lead and has a route").hasSize(rows.size() - 1);
        return leads;
    }

    /** A journey's first job rates its lead; what it leaves behind is of no interest here. */
    private void rate() {
        ManagementService jobs = engine.getManagementService();
        while (jdbc.sql("select exists (select from journey where route is null)")
                .query(Boolean.class)
                .single()) {
            List<Job> waiting =
                    jobs.createJobQuery().messages().withRetriesLeft().list();
            assertThat(waiting).as("jobs of leads that have no route").isNotEmpty();
            waiting.forEach(each -> jobs.executeJob(each.getId()));
        }
    }

    private static void print(String what, List<RoutedLead> all, List<RoutedLead> leads) {
        StringBuilder told = new StringBuilder("%n%s: %d leads, %.1f%% convert%n"
                .formatted(what, leads.size(), percent(leads, RoutedLead::converted)));
        lines("handed over", leads, RoutedLead::handedOver, told);
        lines("handed over or qualified", leads, RoutedLead::handedOverOrQualified, told);
        told.append("  handed over by eighth of the file, against the whole:");
        Arrays.stream(RouteFigures.eighths(all, leads))
                .forEach(each -> told.append(String.format(Locale.ROOT, " %.2f", each)));
        told.append(System.lineSeparator()).append("  cells:");
        new TreeMap<>(leads.stream().collect(Collectors.groupingBy(RoutedLead::cell)))
                .forEach((cell, some) -> told.append(String.format(
                        Locale.ROOT,
                        " %s %s %d@%.0f%%",
                        cell,
                        some.get(0).route(),
                        some.size(),
                        percent(some, RoutedLead::converted))));
        System.out.println(told);
    }

    private static void lines(String what, List<RoutedLead> leads, Predicate<RoutedLead> picked, StringBuilder told) {
        Estimate share = RouteFigures.estimate(leads, each -> RouteFigures.share(each, picked));
        Estimate lift = RouteFigures.estimate(leads, each -> RouteFigures.lift(each, picked));
        Estimate coverage = RouteFigures.estimate(leads, each -> RouteFigures.coverage(each, picked));
        told.append("  %s: share %s, lift %s, coverage %s%n".formatted(what, share, lift, coverage));
    }

    private static double percent(List<RoutedLead> leads, Predicate<RoutedLead> picked) {
        return 100 * RouteFigures.share(leads, picked);
    }

    private static int column(List<String> header, String name) {
        int column = header.indexOf(name);
        assertThat(column).as("the file has no column " + name).isNotNegative();
        return column;
    }

    /** Quoted cells may hold commas, quotes twice, and line breaks. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = Files.readString(file);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quoted && each == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == ',' || each == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (each == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(each);
            }
        }
        if (!row.isEmpty()) {
            row.add(cell.toString().strip());
            rows.add(row);
        }
        return rows;
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
