package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.intake.ImportProgress;

/** An import's state as a word on a badge. */
final class ImportState {

    private ImportState() {}

    static Span badge(ImportProgress progress, Component screen) {
        Span badge = new Span(screen.getTranslation("imports.state." + progress.state()));
        badge.getElement().getThemeList().add("badge");
        String colour =
                switch (progress.state()) {
                    case "done" -> "success";
                    case "failed" -> "error";
                    case "cancelled" -> "contrast";
                    default -> "";
                };
        if (!colour.isEmpty()) {
            badge.getElement().getThemeList().add(colour);
        }
        return badge;
    }
}
