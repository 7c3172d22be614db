package org.leadrelay.worklist;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;

/** A field of a form: {@code aField("long").from(0).to(100)}. */
final class FieldInWords {

    private final String type;
    private List<Option> options = List.of();
    private @Nullable Long min;
    private @Nullable Long max;
    private @Nullable Integer shortest;
    private @Nullable Integer longest;
    private boolean required;
    private @Nullable String visibleWhen;
    private @Nullable String requiredWhen;

    private FieldInWords(String type) {
        this.type = type;
    }

    static FieldInWords aField(String type) {
        return new FieldInWords(type);
    }

    FieldInWords offering(String... values) {
        options = Arrays.stream(values)
                .map(each -> new Option(each, "(" + each + ")"))
                .toList();
        return this;
    }

    FieldInWords from(long least) {
        min = least;
        return this;
    }

    FieldInWords to(long most) {
        max = most;
        return this;
    }

    FieldInWords ofLength(int least, int most) {
        shortest = least;
        longest = most;
        return this;
    }

    FieldInWords required() {
        required = true;
        return this;
    }

    FieldInWords visibleWhen(String condition) {
        visibleWhen = condition;
        return this;
    }

    FieldInWords requiredWhen(String condition) {
        requiredWhen = condition;
        return this;
    }

    Form.Field field() {
        return new Form.Field(
                "field",
                type,
                "The field",
                required,
                options,
                min,
                max,
                shortest,
                longest,
                false,
                null,
                visibleWhen,
                requiredWhen,
                1,
                false);
    }
}
