package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Declaration;
import org.leadrelay.lead.FactDefinition;

/**
 * Column mapping of an import.
 *
 * @param columns the columns that are said something about; all others are matched by their names
 * @param declaration the channels on which these people may be reached, and why; null declares
 *     nothing
 * @param origin who the records come from; null means the file's name
 * @param source the channel where no column says it
 * @param encoding in which such files are read where they do not show it themselves
 * @param decimal comma or point, where the numbers of a file could be read either way
 * @param dateOrder day or month: what comes first in dates that could be read either way
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportMapping(
        List<Column> columns,
        @Nullable Declaration declaration,
        @Nullable String origin,
        @Nullable String source,
        @Nullable String encoding,
        @Nullable String decimal,
        @Nullable String dateOrder) {

    /** The column is not taken. */
    public static final String IGNORE = "ignore";

    /** The column is kept under its own name. */
    public static final String ATTRIBUTE = "attribute";

    /** The column holds the moment of its record. */
    public static final String CAPTURED_AT = "capturedAt";

    /**
     * One column.
     *
     * @param column its name in the file
     * @param target a field's key, {@link #CAPTURED_AT}, {@link #ATTRIBUTE} or {@link #IGNORE}
     * @param fact for an attribute that the decision tables may read
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Column(
            String column, String target, @Nullable Fact fact) {}

    /**
     * An attribute as a fact.
     *
     * @param name as the tables call it: facts.name
     * @param values of a listed fact
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fact(
            String name, FactDefinition.Type type, @Nullable List<String> values) {}

    @JsonCreator
    public ImportMapping {
        columns = columns == null
                ? List.of()
                : columns.stream().filter(Objects::nonNull).toList();
    }

    public ImportMapping(
            List<Column> columns, @Nullable Declaration declaration, @Nullable String origin, @Nullable String source) {
        this(columns, declaration, origin, source, null, null, null);
    }

    /** Matches every column by its name and declares nothing. */
    public static ImportMapping byNames() {
        return new ImportMapping(List.of(), null, null, null);
    }

    /** This one where the other says nothing. */
    public ImportMapping under(ImportMapping other) {
        List<Column> both = new ArrayList<>(other.columns());
        columns.stream().filter(each -> other.column(each.column()).isEmpty()).forEach(both::add);
        return new ImportMapping(
                both,
                other.declaration() == null ? declaration : other.declaration(),
                other.origin() == null ? origin : other.origin(),
                other.source() == null ? source : other.source(),
                other.encoding() == null ? encoding : other.encoding(),
                other.decimal() == null ? decimal : other.decimal(),
                other.dateOrder() == null ? dateOrder : other.dateOrder());
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(each -> name.equals(each.column())).findFirst();
    }
}
