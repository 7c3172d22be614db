package org.leadrelay.charter;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an agreed list, with its place. */
@Embeddable
record ListedOption(
        String list,
        int position,
        String value,
        String labelEn,
        String labelDe,
        @Nullable String nextStep) {

    static List<ListedOption> of(Map<String, List<AgreedOption>> lists) {
        List<ListedOption> all = new ArrayList<>();
        lists.forEach((list, options) -> {
            int position = 1;
            for (var each : options) {
                all.add(new ListedOption(
                        list, position++, each.value(), each.english(), each.german(), each.nextStep()));
            }
        });
        return all;
    }

    AgreedOption agreed() {
        return new AgreedOption(value, labelEn, labelDe, nextStep);
    }
}
