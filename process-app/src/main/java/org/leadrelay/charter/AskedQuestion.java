package org.leadrelay.charter;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/** An agreed question, with its place. */
@Embeddable
record AskedQuestion(int position, String field, String labelEn, String labelDe) {

    static List<AskedQuestion> of(List<AgreedQuestion> questions) {
        List<AskedQuestion> all = new ArrayList<>();
        for (var each : questions) {
            all.add(new AskedQuestion(all.size() + 1, each.field(), each.english(), each.german()));
        }
        return all;
    }

    AgreedQuestion agreed() {
        return new AgreedQuestion(field, labelEn, labelDe);
    }
}
