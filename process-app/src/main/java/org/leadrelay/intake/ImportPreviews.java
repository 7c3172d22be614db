package org.leadrelay.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Looks at the beginning of a file. */
@Component
class ImportPreviews {

    private static final Wording WORDING = Wording.of(ImportPreviews.class);

    private static final int ROWS = 20;
    private static final int SAMPLES = 5;
    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_COLUMN = 200;

    private final ImportFiles files;
    private final Synonyms synonyms;
    private final LeadCapture captures;
    private final FactDefinitions facts;

    ImportPreviews(
            ImportFiles files, Synonyms synonyms, LeadCapture captures, FactDefinitions facts) {
        this.files = files;
        this.synonyms = synonyms;
        this.captures = captures;
        this.facts = facts;
    }

    ImportPreview of(ImportJobs.Job job, ImportMapping mapping) {
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            checkHeader(rows.header());
            Columns columns = new Columns(rows.header(), mapping, synonyms);
            Origin origin =
                    new Origin(
                            job.originName(),
                            Origin.Kind.IMPORT,
                            mapping.source(),
                            job.createdBy(),
                            mapping.declaration());
            List<CsvRow> first = new ArrayList<>();
            CsvRow row = rows.next();
            while (row != null && first.size() < ROWS) {
                first.add(row);
                row = rows.next();
            }
            return new ImportPreview(
                    job.id(),
                    job.fileName(),
                    job.charset().name(),
                    String.valueOf(job.delimiter()),
                    job.size(),
                    Math.max(job.estimatedRows(), first.size()),
                    columns(columns, first),
                    first.stream().map(each -> row(columns, each, origin)).toList(),
                    columns.warnings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what cannot be a table of leads, before anything is started. */
    void checkHeader(ImportJobs.Job job, ImportMapping mapping) {
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            checkHeader(rows.header());
            new Columns(rows.header(), mapping, synonyms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkHeader(List<String> header) {
        if (header.size() > MOST_COLUMNS) {
            throw Invalid.field("file", WORDING.say("tooManyColumns", header.size(), MOST_COLUMNS));
        }
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.length() > LONGEST_COLUMN || name.indexOf('\u0000') >= 0) {
                throw Invalid.field("file", WORDING.say("columnName", i + 1));
            }
        }
    }

    private List<ImportPreview.Column> columns(Columns columns, List<CsvRow> rows) {
        List<ImportPreview.Column> shown = new ArrayList<>();
        for (int i = 0; i < columns.all().size(); i++) {
            Columns.Matched each = columns.all().get(i);
            shown.add(
                    new ImportPreview.Column(
                            each.name(),
                            each.target(),
                            fact(each),
                            each.byName(),
                            samples(rows, i)));
        }
        return shown;
    }

    private @Nullable String fact(Columns.Matched column) {
        String name = column.field() == null ? column.attribute() : column.field().key();
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

    private ImportPreview.Row row(Columns columns, CsvRow row, Origin origin) {
        String problem = columns.problem(row);
        List<String> problems =
                problem != null
                        ? List.of(problem)
                        : captures.check(columns.capture(row), origin).violations().stream()
                                .map(ImportPreviews::inWords)
                                .toList();
        return new ImportPreview.Row(row.line(), row.cells(), problems);
    }

    private static String inWords(Violation violation) {
        return violation.field() + ": " + violation.message();
    }
}
