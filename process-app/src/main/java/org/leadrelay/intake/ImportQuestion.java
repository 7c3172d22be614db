package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open question about a file, without whose answer it is not imported.
 *
 * @param code encoding, identity, optOut, decimal or dateOrder
 * @param column the column that it is about; null where it is about the file
 * @param text what is asked and why, in words
 * @param choices what can be answered; none where only a matched column helps
 * @param proposal the value of the choice that the file itself suggests, null where it suggests
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportQuestion(
        String code,
        @Nullable String column,
        String text,
        List<Choice> choices,
        @Nullable String proposal) {

    public static final String ENCODING = "encoding";
    public static final String IDENTITY = "identity";
    public static final String OPT_OUT = "optOut";
    public static final String DECIMAL = "decimal";
    public static final String DATE_ORDER = "dateOrder";

    /**
     * One answer.
     *
     * @param value as it is sent
     * @param label in words
     * @param mapped of a question about columns: the column and what it becomes, which is the
     *     answer
     * @param rows how the first rows read then, where that shows which answer is right
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Choice(String value, String label, ImportMapping.@Nullable Column mapped, List<List<String>> rows) {

        Choice(String value, String label) {
            this(value, label, null, List.of());
        }
    }

    /** The choice that the file suggests; null where it suggests none. */
    @Nullable
    Choice proposed() {
        return proposal == null ? null : choice(proposal);
    }

    private @Nullable Choice choice(String value) {
        return choices.stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .orElse(null);
    }

    /** The mapping that says what the chosen answer says. */
    public ImportMapping answered(Choice choice) {
        List<ImportMapping.Column> columns = choice.mapped() == null ? List.of() : List.of(choice.mapped());
        return new ImportMapping(
                columns,
                null,
                null,
                null,
                code.equals(ENCODING) ? choice.value() : null,
                code.equals(DECIMAL) ? choice.value() : null,
                code.equals(DATE_ORDER) ? choice.value() : null);
    }

    /** The name of the parameter, or of the column, that answers it. */
    String field() {
        return column != null && (code.equals(OPT_OUT) || code.equals(IDENTITY))
                ? column
                : code.equals(IDENTITY) ? "columns" : code;
    }
}
