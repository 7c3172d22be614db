package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.intake.ImportProgress;

/** Badge of an import's state. */
final class ImportState {

    private ImportState() {}

    static Span badge(ImportProgress progress, Component screen) {
        String state = code(progress);
        Span badge = new Span(screen.getTranslation("imports.state." + state));
        badge.getElement().getThemeList().add("badge");
        String colour = switch (state) {
            case "done" -> "success";
            case "failed", "done.refused" -> "error";
            case "cancelled", "done.empty", "undone" -> "contrast";
            default -> "";
        };
        if (!colour.isEmpty()) {
            badge.getElement().getThemeList().add(colour);
        }
        return badge;
    }

    /** Done is green only when rows were imported and none was refused. */
    private static String code(ImportProgress progress) {
        if (progress.undo() != null) {
            return progress.undo().finishedAt() == null ? "undoing" : "undone";
        }
        String result = progress.result();
        return progress.state().equals("done") && result != null && !result.equals("ok")
                ? "done." + result
                : progress.state();
    }
}
