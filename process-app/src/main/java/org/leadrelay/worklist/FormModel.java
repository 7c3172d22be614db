package org.leadrelay.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.LearnedList;

/**
 * A form as a model declares it, before its options are looked up and its labels are shown.
 *
 * @param uninvolved whether only somebody without a part in the case may answer
 */
public record FormModel(List<Field> fields, boolean uninvolved) {

    static final String AGREED = "charter:";
    private static final String LEARNED = "learned";

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
     *     {@code rows}, {@code preset}, {@code fact}
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

        /** The agreed list whose fact the answer becomes: the one that the field names as its fact, or offers. */
        public Optional<LearnedList> learned() {
            return LearnedList.of(properties.get("fact")).or(() -> agreedList().flatMap(LearnedList::of));
        }

        /** Whether it asks what was learned of the lead, as a fact or for the lap alone. */
        boolean asksWhatWasLearned() {
            return learned().isPresent() || agreedList().filter(LEARNED::equals).isPresent();
        }

        /** The agreed list that the field offers. */
        public Optional<String> agreedList() {
            String bound = properties.getOrDefault("options", "");
            return bound.startsWith(AGREED) ? Optional.of(bound.substring(AGREED.length())) : Optional.empty();
        }
    }
}
