package org.leadrelay.charter;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.List;
import java.util.Map;
import org.leadrelay.platform.Words;

/** Localized label of an agreed list. */
@Embeddable
record ListLabel(
        String list,

        @Embedded
        @AttributeOverride(name = "english", column = @Column(name = "label_en"))
        @AttributeOverride(name = "german", column = @Column(name = "label_de"))
        Words words) {

    static List<ListLabel> of(Map<String, Words> labels) {
        return labels.entrySet().stream()
                .map(each -> new ListLabel(each.getKey(), each.getValue()))
                .toList();
    }
}
