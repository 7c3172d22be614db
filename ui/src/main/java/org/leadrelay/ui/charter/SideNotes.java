package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Finding;

/**
 * Side notes of the document: inconsistencies with the models, and the edit buttons.
 *
 * @param pencils what changes each part, or null where nothing can be changed
 */
record SideNotes(List<Finding> findings, @Nullable EditButtons pencils) {

    SideNotes {
        findings = List.copyOf(findings);
    }

    /** With the button that changes it, where it can be changed. */
    Component titled(Component title, Function<EditButtons, Button> pencil) {
        if (pencils == null) {
            return title;
        }
        Div line = new Div(title, pencil.apply(pencils));
        line.addClassName("charter-titled");
        return line;
    }

    /** The button that adds something; nothing where nothing can be changed. */
    Component[] adding(Function<EditButtons, Button> button) {
        return pencils == null ? new Component[0] : new Component[] {button.apply(pencils)};
    }

    boolean isBroken(Clause clause) {
        return findings.stream()
                .anyMatch(each -> each.kind().breaks() && each.subject().equals(clause.name()));
    }

    /** What is the matter with this one, in red where it breaks a promise. */
    Component[] marks(String subject, List<Finding.Kind> kinds) {
        return findings.stream()
                .filter(each -> kinds.contains(each.kind()) && each.subject().equals(subject))
                .map(each -> {
                    Span mark = new Span(each.words());
                    mark.addClassName(each.kind().breaks() ? "charter-mark-broken" : "charter-mark");
                    return mark;
                })
                .toArray(Component[]::new);
    }
}
