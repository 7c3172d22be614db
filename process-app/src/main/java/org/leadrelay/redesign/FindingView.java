package org.leadrelay.redesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.Finding;

/** A finding of the gate as REST says it, in the language of the request. */
record FindingView(
        String severity,
        String rule,
        String file,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String element,
        String message) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.severity().code(),
                finding.rule(),
                finding.file(),
                finding.element(),
                finding.message(Wording.language()));
    }
}
