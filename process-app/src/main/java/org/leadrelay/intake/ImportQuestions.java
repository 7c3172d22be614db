package org.leadrelay.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Detection of the questions that a file leaves open and somebody has to answer before it is imported. */
@Component
class ImportQuestions {

    private static final Wording WORDING = Wording.of(ImportQuestions.class);

    private static final int FEW = 10;
    private static final int MOST_CHOICES = 8;
    private static final int SHOWN_ROWS = 3;
    private static final int SHOWN_CELLS = 8;
    private static final int SOUGHT_ROWS = 2_000;

    private final ImportFiles files;
    private final ImportColumns matching;

    ImportQuestions(ImportFiles files, ImportColumns matching) {
        this.files = files;
        this.matching = matching;
    }

    /**
     * All that is open.
     *
     * @param columns as they are matched by the mapping
     */
    List<ImportQuestion> open(ImportJobs.Job job, ImportMapping mapping, MappedColumns columns) throws IOException {
        FileEvidence evidence = matching.evidence(job);
        List<ImportQuestion> open = new ArrayList<>();
        if (mapping.encoding() == null && !job.encodings().isEmpty()) {
            open.add(encoding(job));
        }
        if (evidence.rows() > 0 && !identifies(columns, evidence)) {
            open.add(identity(columns, evidence));
        }
        for (int i = 0; i < columns.all().size(); i++) {
            MappedColumns.Matched each = columns.all().get(i);
            if (each.byName()
                    && each.field() == null
                    && !each.moment()
                    && !columns.moments().containsValue(i)
                    && evidence.column(i).filled() > 0
                    && OptOutWords.soundsLike(each.name())) {
                open.add(optOut(each.name()));
            }
        }
        habit(ImportQuestion.DECIMAL, columns, columns.habits().numbers(), evidence, open);
        habit(ImportQuestion.DATE_ORDER, columns, columns.habits().dates(), evidence, open);
        return open;
    }

    /** A mapping with every proposal taken. */
    static ImportMapping withProposals(ImportMapping mapping, List<ImportQuestion> open) {
        ImportMapping taken = mapping;
        for (ImportQuestion each : open) {
            ImportQuestion.Choice choice = each.proposed();
            if (choice != null) {
                taken = taken.under(each.answered(choice));
            }
        }
        return taken;
    }

    private static boolean identifies(MappedColumns columns, FileEvidence evidence) {
        return IntStream.range(0, columns.all().size())
                .anyMatch(i -> identifying(columns.all().get(i).field(), evidence.column(i)) > 0);
    }

    /** In how many rows a column can say who it is at the most. */
    static long identifying(@Nullable Field field, ColumnEvidence cells) {
        if (field == Field.EMAIL) {
            return known(cells.addresses(), cells);
        }
        if (field == Field.PHONE) {
            return known(cells.phones(), cells);
        }
        return field == Field.EXTERNAL_ID ? cells.filled() : 0;
    }

    /** A few broken cells are refused one by one, which says more than a question. */
    private static long known(long good, ColumnEvidence cells) {
        return good == 0 && cells.filled() < FEW ? cells.filled() : good;
    }

    private record Candidate(ImportMapping.Column mapped, int likely) {}

    private static ImportQuestion identity(MappedColumns columns, FileEvidence evidence) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < columns.all().size(); i++) {
            MappedColumns.Matched each = columns.all().get(i);
            Candidate found = candidate(each, evidence.column(i));
            if (found != null) {
                candidates.add(found);
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::likely).reversed());
        if (candidates.isEmpty()) {
            return new ImportQuestion(ImportQuestion.IDENTITY, null, WORDING.text("nobody"), List.of(), null);
        }
        Candidate best = candidates.get(0);
        boolean proposed = best.likely() > 1;
        String column = best.mapped().column();
        return new ImportQuestion(
                ImportQuestion.IDENTITY,
                proposed ? column : null,
                proposed ? WORDING.text("proposedId", column) : WORDING.text("whichId"),
                candidates.stream()
                        .limit(MOST_CHOICES)
                        .map(ImportQuestions::becoming)
                        .toList(),
                proposed ? column : null);
    }

    /** Addresses under a name that nobody knows, or what is another value in every row. */
    private static @Nullable Candidate candidate(MappedColumns.Matched column, ColumnEvidence cells) {
        if (column.field() != null || column.moment() || !column.byName() || cells.filled() == 0) {
            return null;
        }
        boolean named = IdWords.looksLikeId(column.name());
        if (cells.looksLikeAddresses()) {
            return new Candidate(to(column, Field.EMAIL.key()), 5);
        }
        if (cells.isUnique() && (named || cells.looksLikeIds())) {
            return new Candidate(to(column, Field.EXTERNAL_ID.key()), named ? 4 : 3);
        }
        return named ? new Candidate(to(column, Field.EXTERNAL_ID.key()), 1) : null;
    }

    private static ImportMapping.Column to(MappedColumns.Matched column, String target) {
        return new ImportMapping.Column(column.name(), target, null);
    }

    private static ImportQuestion.Choice becoming(Candidate candidate) {
        ImportMapping.Column mapped = candidate.mapped();
        String key = mapped.target().equals(Field.EMAIL.key()) ? "asAddress" : "asId";
        return new ImportQuestion.Choice(mapped.column(), WORDING.text(key, mapped.column()), mapped, List.of());
    }

    private static ImportQuestion optOut(String column) {
        List<ImportQuestion.Choice> choices = new ArrayList<>();
        for (String target :
                List.of(Field.NO_MAIL.key(), Field.NO_CALL.key(), Field.NO_CONTACT.key(), ImportMapping.ATTRIBUTE)) {
            choices.add(new ImportQuestion.Choice(
                    target,
                    WORDING.text("optOut." + target),
                    new ImportMapping.Column(column, target, null),
                    List.of()));
        }
        return new ImportQuestion(ImportQuestion.OPT_OUT, column, WORDING.text("optOut", column), choices, null);
    }

    private static <T> void habit(
            String code,
            MappedColumns columns,
            Map<Integer, Detection<T>> habits,
            FileEvidence evidence,
            List<ImportQuestion> open) {
        List<Integer> unsure = habits.entrySet().stream()
                .filter(each -> !each.getValue().sure())
                .map(Map.Entry::getKey)
                .toList();
        if (unsure.isEmpty()) {
            return;
        }
        ColumnEvidence first = evidence.column(unsure.get(0));
        boolean decimal = code.equals(ImportQuestion.DECIMAL);
        String example = (decimal ? first.numbers().example() : first.dates().example()).orElse("");
        String named = unsure.stream()
                .map(each -> "'" + columns.all().get(each).name() + "'")
                .collect(Collectors.joining(", "));
        List<ImportQuestion.Choice> choices = (decimal ? List.of("comma", "point") : List.of("day", "month"))
                .stream()
                        .map(each -> new ImportQuestion.Choice(each, WORDING.text(code + "." + each)))
                        .toList();
        open.add(new ImportQuestion(
                code, columns.all().get(unsure.get(0)).name(), WORDING.text(code, named, example), choices, null));
    }

    private ImportQuestion encoding(ImportJobs.Job job) throws IOException {
        List<ImportQuestion.Choice> choices = new ArrayList<>();
        List<Long> telling = telling(job);
        for (Charset each : job.encodings()) {
            ImportJobs.Job read = job.in(each, files.delimiter(job.id(), each));
            choices.add(new ImportQuestion.Choice(each.name(), each.name(), null, rows(read, telling)));
        }
        return new ImportQuestion(
                ImportQuestion.ENCODING,
                null,
                WORDING.text("encoding"),
                choices,
                job.encodings().get(0).name());
    }

    /** The first rows that look different in different encodings. */
    private List<Long> telling(ImportJobs.Job job) throws IOException {
        List<Long> telling = new ArrayList<>();
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            CsvRow row = rows.next();
            while (row != null && telling.size() < SHOWN_ROWS && row.number() < SOUGHT_ROWS) {
                if (row.cells().stream().anyMatch(ImportQuestions::isBeyondAscii)) {
                    telling.add(row.number());
                }
                row = rows.next();
            }
        }
        return telling.isEmpty() ? List.of(1L, 2L, 3L) : telling;
    }

    private static boolean isBeyondAscii(String cell) {
        return cell.chars().anyMatch(each -> each > 127);
    }

    private List<List<String>> rows(ImportJobs.Job job, List<Long> numbers) throws IOException {
        long last = numbers.get(numbers.size() - 1);
        List<List<String>> shown = new ArrayList<>();
        try (CsvRows rows = files.open(job.id(), job.charset(), job.delimiter())) {
            CsvRow row = rows.next();
            while (row != null && row.number() <= last) {
                if (numbers.contains(row.number())) {
                    shown.add(row.cells().stream()
                            .filter(each -> !each.isBlank())
                            .limit(SHOWN_CELLS)
                            .toList());
                }
                row = rows.next();
            }
        }
        return shown;
    }
}
