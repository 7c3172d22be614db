package org.leadrelay.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.UUID;
import org.leadrelay.access.People;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.ImportUndos;
import org.leadrelay.intake.Imports;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** Panel of an import's undo: offered for a day, followed while it runs, and remembered. */
final class UndoPanel extends Div {

    private final Imports imports;
    private final ImportUndos undos;
    private final People people;
    private final Times times;
    private final UUID id;
    private final SerializableRunnable changed;
    private final LocalNumbers counts = new LocalNumbers(getLocale());
    private final Paragraph line = new Paragraph();
    private final Button undo = new Button();
    private final boolean onlyReads;
    private ImportProgress shown;

    UndoPanel(
            Imports imports,
            ImportUndos undos,
            People people,
            Times times,
            Ticker ticker,
            boolean onlyReads,
            SerializableRunnable changed,
            ImportProgress first) {
        this.imports = imports;
        this.undos = undos;
        this.people = people;
        this.times = times;
        this.id = first.id();
        this.onlyReads = onlyReads;
        this.changed = changed;
        this.shown = first;
        undo.addClickListener(click -> preview());
        ticker.whileShown(this, this::look);

        addClassName("undo-panel");
        undo.setText(getTranslation("undo.title"));
        undo.addThemeVariants(ButtonVariant.LUMO_ERROR);
        line.getElement().setAttribute("role", "status");
        add(line, undo);
        show(first);
    }

    private void look() {
        ImportProgress now = imports.progress(id);
        if (!now.equals(shown)) {
            show(now);
            changed.run();
        }
    }

    private void show(ImportProgress now) {
        shown = now;
        ImportProgress.Undo asked = now.undo();
        line.setVisible(asked != null);
        line.setText(asked == null ? "" : said(asked, now.read()));
        undo.setVisible(!onlyReads && undos.possible(now));
    }

    private String said(ImportProgress.Undo asked, long rows) {
        String by = people.displayName(asked.by());
        return asked.finishedAt() == null
                ? getTranslation("undo.running", by, counts.number(asked.rows()), counts.number(rows))
                : getTranslation("undo.done", by, times.text(asked.finishedAt(), getLocale()));
    }

    private void preview() {
        try {
            new UndoDialog(undos.preview(id), times, () -> {
                        show(undos.ask(id));
                        changed.run();
                    })
                    .open();
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
    }
}
