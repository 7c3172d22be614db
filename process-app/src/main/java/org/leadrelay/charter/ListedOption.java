package org.leadrelay.charter;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;

/** One line of an agreed list, with its place. */
@Embeddable
record ListedOption(
        String list,
        int position,
        String value,

        @Embedded
        @AttributeOverride(name = "english", column = @Column(name = "label_en"))
        @AttributeOverride(name = "german", column = @Column(name = "label_de"))
        Words words,

        @Nullable String nextStep) {

    static List<ListedOption> of(Map<String, List<AgreedOption>> lists) {
        List<ListedOption> all = new ArrayList<>();
        lists.forEach((list, options) -> {
            int position = 1;
            for (AgreedOption each : options) {
                all.add(new ListedOption(list, position++, each.value(), each.words(), each.nextStep()));
            }
        });
        return all;
    }

    AgreedOption agreed() {
        return new AgreedOption(value, words, nextStep);
    }
}
