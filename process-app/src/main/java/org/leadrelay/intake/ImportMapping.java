package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Declaration;
import org.leadrelay.lead.FactDefinition;

/**
 * How the columns of a kind of file become fields, and what the file declares about its people.
 *
 * @param columns the columns that are said something about; all others are matched by their names
 * @param declaration the channels on which these people may be reached, and why; null declares
 *     nothing
 * @param origin who the records come from; null means the file's name
 * @param source the channel where no column says it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportMapping(
        List<Column> columns,
        @Nullable Declaration declaration,
        @Nullable String origin,
        @Nullable String source) {

    /** The column is not taken. */
    public static final String IGNORE = "ignore";

    /** The column is kept under its own name. */
    public static final String ATTRIBUTE = "attribute";

    /**
     * One column.
     *
     * @param column its name in the file
     * @param target a field's key, {@link #ATTRIBUTE} or {@link #IGNORE}
     * @param fact for an attribute that the decision tables may read
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Column(String column, String target, @Nullable Fact fact) {}

    /**
     * An attribute as a fact.
     *
     * @param name as the tables call it: facts.name
     * @param values of a listed fact
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fact(String name, FactDefinition.Type type, @Nullable List<String> values) {}

    public ImportMapping {
        columns = columns == null ? List.of() : columns.stream().filter(Objects::nonNull).toList();
    }

    /** Matches every column by its name and declares nothing. */
    public static ImportMapping byNames() {
        return new ImportMapping(List.of(), null, null, null);
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(each -> each.column().equals(name)).findFirst();
    }
}
