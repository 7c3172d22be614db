package org.leadrelay.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.CaptureCheck;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Preview of a file before it is imported. */
@Component
class ImportPreviews {

    private static final Wording WORDING = Wording.of(ImportPreviews.class);

    private static final int ROWS = 20;
    private static final int SAMPLES = 5;
    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_COLUMN = 200;

    private final ImportFiles files;
    private final ImportColumns matching;
    private final ImportQuestions questions;
    private final CaptureCheck check;
    private final FactDefinitions facts;

    ImportPreviews(
            ImportFiles files,
            ImportColumns matching,
            ImportQuestions questions,
            CaptureCheck check,
            FactDefinitions facts) {
        this.files = files;
        this.matching = matching;
        this.questions = questions;
        this.check = check;
        this.facts = facts;
    }

    ImportPreview of(ImportJobs.Job draft, ImportMapping mapping) {
        ImportJobs.Job job = matching.inItsEncoding(draft, mapping);
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            checkHeader(rows.header());
            MappedColumns columns = matching.of(job, rows.header(), mapping);
            Origin origin = new Origin(
                    job.originName(), Origin.Kind.IMPORT, mapping.source(), job.createdBy(), mapping.declaration());
            List<CsvRow> first = new ArrayList<>();
            CsvRow row = rows.next();
            while (row != null && first.size() < ROWS) {
                first.add(row);
                row = rows.next();
            }
            List<ImportPreview.Row> shown =
                    first.stream().map(each -> row(columns, each, origin)).toList();
            List<String> warnings = new ArrayList<>(columns.warnings());
            warnings.addAll(warnings(columns, matching.evidence(job), shown));
            return new ImportPreview(
                    job.id(),
                    job.fileName(),
                    job.charset().name(),
                    String.valueOf(job.delimiter()),
                    job.size(),
                    Math.max(job.estimatedRows(), first.size()),
                    columns(columns, first),
                    shown,
                    warnings,
                    questions.open(job, mapping, columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is open before a draft can be started, and whether its mapping fits it. */
    record Checked(List<ImportQuestion> questions, List<String> unknownColumns) {}

    /** Refuses what cannot be a table of leads, before anything is started. */
    Checked check(ImportJobs.Job draft, ImportMapping mapping) {
        ImportJobs.Job job = matching.inItsEncoding(draft, mapping);
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            checkHeader(rows.header());
            MappedColumns columns = matching.of(job, rows.header(), mapping);
            return new Checked(questions.open(job, mapping, columns), columns.unknown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The encoding and delimiter that a started draft is read with. */
    ImportJobs.Job reading(ImportJobs.Job draft, ImportMapping mapping) {
        return matching.inItsEncoding(draft, mapping);
    }

    private static List<String> warnings(MappedColumns columns, FileEvidence evidence, List<ImportPreview.Row> first) {
        List<String> warnings = new ArrayList<>();
        long identified = 0;
        for (int i = 0; i < columns.all().size(); i++) {
            MappedColumns.Matched each = columns.all().get(i);
            ColumnEvidence cells = evidence.column(i);
            identified += ImportQuestions.identifying(each.field(), cells);
            if (columns.habits().numbers().containsKey(i) && cells.texts() > 0) {
                warnings.add(WORDING.text("keptAsText", each.name(), cells.texts(), cells.text()));
            }
            if (each.moment() && !cells.isOfDates() && cells.filled() > 0) {
                warnings.add(WORDING.text("noMoments", each.name()));
            }
        }
        if (identified > 0 && identified * 2 < evidence.rows()) {
            warnings.add(WORDING.text("fewIdentified", identified, evidence.rows()));
        }
        long refused = first.stream().filter(each -> !each.problems().isEmpty()).count();
        if (refused * 2 > first.size()) {
            warnings.add(WORDING.text("manyRefused", refused, first.size()));
        }
        return warnings;
    }

    private static void checkHeader(List<String> header) {
        if (header.size() > MOST_COLUMNS) {
            throw Invalid.field("file", WORDING.text("tooManyColumns", header.size(), MOST_COLUMNS));
        }
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.length() > LONGEST_COLUMN || name.indexOf('\u0000') >= 0) {
                throw Invalid.field("file", WORDING.text("columnName", i + 1));
            }
        }
    }

    private List<ImportPreview.Column> columns(MappedColumns columns, List<CsvRow> rows) {
        List<ImportPreview.Column> shown = new ArrayList<>();
        for (int i = 0; i < columns.all().size(); i++) {
            MappedColumns.Matched each = columns.all().get(i);
            shown.add(
                    new ImportPreview.Column(each.name(), each.target(), fact(each), each.byName(), samples(rows, i)));
        }
        return shown;
    }

    private @Nullable String fact(MappedColumns.Matched column) {
        String name =
                column.field() == null ? column.attribute() : column.field().key();
        return name == null
                ? null
                : facts.find(name)
                        .filter(FactDefinition::fact)
                        .map(FactDefinition::name)
                        .orElse(null);
    }

    private static List<String> samples(List<CsvRow> rows, int column) {
        Set<String> samples = new LinkedHashSet<>();
        for (CsvRow row : rows) {
            if (row.problem() == null
                    && column < row.cells().size()
                    && !row.cells().get(column).isBlank()
                    && samples.size() < SAMPLES) {
                String value = row.cells().get(column).strip();
                samples.add(value.length() > 80 ? value.substring(0, 79) + "…" : value);
            }
        }
        return List.copyOf(samples);
    }

    private ImportPreview.Row row(MappedColumns columns, CsvRow row, Origin origin) {
        String problem = columns.problem(row);
        List<String> problems = problem != null
                ? List.of(problem)
                : check.check(columns.capture(row), origin).violations().stream()
                        .map(ImportPreviews::inWords)
                        .toList();
        return new ImportPreview.Row(row.line(), row.cells(), problems);
    }

    private static String inWords(Violation violation) {
        return violation.field() + ": " + violation.message();
    }
}
