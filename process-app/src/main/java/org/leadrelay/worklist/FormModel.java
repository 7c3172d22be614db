package org.leadrelay.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;

/**
 * A form as a model declares it, before its options are looked up and its labels are shown.
 *
 * @param uninvolved whether only somebody without a part in the case may answer
 */
public record FormModel(List<Field> fields, boolean uninvolved) {

    public static final FormModel EMPTY = new FormModel(List.of(), false);

    public FormModel {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param type string, long, date, boolean or enum; a string is a note, the others are routing
     *     facts
     * @param min smallest value of a long
     * @param minlength shortest text of a string
     * @param values the choices of an enum that is not bound to a list
     * @param properties as in Modeler: {@code options}, {@code visibleWhen}, {@code requiredWhen},
     *     {@code rows}, {@code preset}
     */
    public record Field(
            String id,
            String type,
            String label,
            boolean required,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable Integer minlength,
            @Nullable Integer maxlength,
            boolean readonly,
            @Nullable String defaultValue,
            List<Option> values,
            Map<String, String> properties) {

        public Field {
            values = List.copyOf(values);
            properties = Map.copyOf(properties);
        }
    }
}
