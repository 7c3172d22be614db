package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Span;
import org.leadrelay.redesign.gate.Severity;

/** Badge of a finding's severity, with its sign as it stands on the diagram, and in words. */
final class SeverityBadge extends Span {

    private static final long serialVersionUID = 1L;

    SeverityBadge(Severity severity) {
        setText(sign(severity) + " " + getTranslation("redesign.severity." + severity.code()));
        addClassNames("redesign-severity", "redesign-" + severity.code());
    }

    static String sign(Severity severity) {
        return switch (severity) {
            case REFUSAL -> "✕";
            case WARNING -> "!";
            case NOTE -> "i";
        };
    }
}
