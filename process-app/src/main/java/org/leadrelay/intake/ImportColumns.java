package org.leadrelay.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.springframework.stereotype.Component;

/** Matching of an import's columns, with the habits by which the file writes numbers and dates. */
@Component
class ImportColumns {

    private final ImportFiles files;
    private final FileEvidenceReader evidence;
    private final Synonyms synonyms;
    private final FactDefinitions facts;

    ImportColumns(ImportFiles files, FileEvidenceReader evidence, Synonyms synonyms, FactDefinitions facts) {
        this.files = files;
        this.evidence = evidence;
        this.synonyms = synonyms;
        this.facts = facts;
    }

    MappedColumns of(ImportJobs.Job job, List<String> header, ImportMapping mapping) throws IOException {
        FileEvidence found = evidence.of(job);
        MappedColumns columns = new MappedColumns(header, mapping, synonyms, found);
        return columns.reading(ColumnHabits.of(
                columns,
                found,
                mapping,
                job.delimiter(),
                i -> isNumber(columns.all().get(i), mapping)));
    }

    FileEvidence evidence(ImportJobs.Job job) throws IOException {
        return evidence.of(job);
    }

    /** Where the file does not show its encoding, in the one that was answered. */
    ImportJobs.Job inItsEncoding(ImportJobs.Job job, ImportMapping mapping) {
        String answered = mapping.encoding();
        if (answered == null || job.encodings().isEmpty()) {
            return job;
        }
        Charset charset = ImportAnswerCheck.encoding(answered);
        return charset.equals(job.charset()) ? job : job.in(charset, files.delimiter(job.id(), charset));
    }

    private boolean isNumber(MappedColumns.Matched column, ImportMapping mapping) {
        ImportMapping.Fact declared =
                mapping.column(column.name()).map(ImportMapping.Column::fact).orElse(null);
        if (declared != null) {
            return declared.type() == FactDefinition.Type.NUMBER;
        }
        return fact(column) != null
                && facts.find(String.valueOf(fact(column)))
                        .map(FactDefinition::type)
                        .filter(FactDefinition.Type.NUMBER::equals)
                        .isPresent();
    }

    private static @Nullable String fact(MappedColumns.Matched column) {
        return column.field() == null ? column.attribute() : column.field().key();
    }
}
