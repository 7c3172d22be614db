package org.leadrelay.charter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/** Null-to-empty defaults for what a sender left out: the check of a draft finds it, with the field's name. */
final class EmptyDefaults {

    private EmptyDefaults() {}

    static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    static Words words(@Nullable Words given) {
        return given == null ? Words.NONE : given;
    }

    static WorkAmount amount(@Nullable WorkAmount given) {
        return given == null ? WorkAmount.NONE : given;
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    static <T> Map<String, T> map(@Nullable Map<String, T> given) {
        return given == null ? Map.of() : Map.copyOf(given);
    }
}
