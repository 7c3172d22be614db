package org.leadrelay.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;

/** Form of a task as a person fills it in: options looked up, in the person's language. */
public record Form(List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /**
     * One field.
     *
     * @param type string, long, date, boolean or enum
     * @param required always asked for; see {@code requiredWhen} for the conditional case
     * @param options the choices of an enum, empty for other types
     * @param defaultValue what the field starts with: the model's own, or, once a task is opened,
     *     the next step that the charter agrees on
     * @param visibleWhen {@code outcome=reject|dispute}: the field is asked only when that other
     *     field has one of these values
     * @param requiredWhen the same form: then an answer must be given
     * @param rows lines of a text; 1 is a single line
     * @param learned asks what was learned of the lead, with a line of an agreed list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String id,
            String type,
            String label,
            boolean required,
            List<Option> options,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable Integer minlength,
            @Nullable Integer maxlength,
            boolean readonly,
            @Nullable String defaultValue,
            @Nullable String visibleWhen,
            @Nullable String requiredWhen,
            int rows,
            boolean learned) {

        public Field {
            options = List.copyOf(options);
        }

        Field startingWith(@Nullable String value) {
            return new Field(
                    id,
                    type,
                    label,
                    required,
                    options,
                    min,
                    max,
                    minlength,
                    maxlength,
                    readonly,
                    value,
                    visibleWhen,
                    requiredWhen,
                    rows,
                    learned);
        }

        /** Notes go to the lead's record; everything else is a routing fact. */
        public boolean note() {
            return type.equals("string");
        }

        /** Whether the field is asked for at all, as far as it is answered. */
        public boolean asked(Map<String, ?> answers) {
            FieldCondition visible = FieldCondition.of(visibleWhen);
            return visible == null || visible.met(answers);
        }

        /** Whether an answer must be given, as far as it is answered. */
        public boolean needed(Map<String, ?> answers) {
            FieldCondition needed = FieldCondition.of(requiredWhen);
            return required || (needed != null && needed.met(answers));
        }
    }
}
