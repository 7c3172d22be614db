package org.leadrelay.charter;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.platform.Words;

/** An agreed question, with its place. */
@Embeddable
record AskedQuestion(
        int position,
        String field,

        @Embedded
        @AttributeOverride(name = "english", column = @Column(name = "label_en"))
        @AttributeOverride(name = "german", column = @Column(name = "label_de"))
        Words words) {

    static List<AskedQuestion> of(List<AgreedQuestion> questions) {
        List<AskedQuestion> all = new ArrayList<>();
        for (AgreedQuestion each : questions) {
            all.add(new AskedQuestion(all.size() + 1, each.field(), each.words()));
        }
        return all;
    }

    AgreedQuestion agreed() {
        return new AgreedQuestion(field, words);
    }
}
