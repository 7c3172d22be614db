package org.leadrelay.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.ImportResults;
import org.leadrelay.intake.Imports;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;

/** Progress panel of an import: how far it is, how fast, how long still, and what came of it. */
final class ProgressPanel extends Div {

    private final Imports imports;
    private final ImportResults results;
    private final UUID id;
    private final LocalNumbers counts = new LocalNumbers(getLocale());
    private final ImportSpeed pace = new ImportSpeed();
    private final Span state = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph line = new Paragraph();
    private final Paragraph message = new Paragraph();
    private final Div figures = new Div();
    private final Button cancel = new Button();
    private final Anchor refused = new Anchor();
    private final Anchor decide;
    private final Anchor leads;
    private final SerializableRunnable changed;
    private final Registration ticks;
    private ImportProgress shown;

    ProgressPanel(
            Imports imports,
            ImportResults results,
            Ticker ticker,
            Times times,
            String by,
            boolean onlyReads,
            SerializableRunnable changed,
            ImportProgress first) {
        this.imports = imports;
        this.results = results;
        this.id = first.id();
        this.changed = changed;
        this.shown = first;
        cancel.addClickListener(click -> askToCancel());
        ticks = ticker.whileShown(this, this::look);

        addClassName("progress-panel");
        cancel.setText(getTranslation("progress.cancel"));
        cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
        refused.setText(getTranslation("progress.refused"));
        refused.setHref(this::writeRefused);
        decide = link(IntakeNavigation.DUPLICATES, "progress.decide");
        leads = link("leads?sort=-createdAt", "progress.leads");
        figures.addClassName("figures-line");
        line.addClassName("figures");
        line.getElement().setAttribute("role", "status");
        message.addClassName("refusal");
        bar.getElement().setAttribute("aria-label", getTranslation("progress.title"));
        Paragraph about = new Paragraph(getTranslation(
                "progress.about",
                by,
                times.text(first.createdAt(), getLocale()),
                first.origin() == null ? first.fileName() : first.origin()));
        about.addClassName("secondary");
        Div end = new Div(leads, refused, decide, cancel);
        end.addClassName("form-end");
        add(about, state, bar, line, message, figures, end);
        Instant asOf = first.asOf();
        if (asOf != null) {
            Paragraph told = new Paragraph(getTranslation("progress.as-of", times.text(asOf, getLocale())));
            told.addClassName("secondary");
            addComponentAtIndex(1, told);
        }
        cancel.setVisible(!onlyReads);
        show(first);
    }

    private Anchor link(String address, String key) {
        PageLink link = new PageLink(address, getTranslation(key));
        return link;
    }

    private void look() {
        show(imports.progress(id));
    }

    private void show(ImportProgress now) {
        if (!now.equals(shown)) {
            shown = now;
            changed.run();
        }
        pace.saw(System.nanoTime(), now.read());
        state.removeAll();
        state.add(ImportState.badge(now, this));
        long rows = Math.max(now.estimatedRows(), now.read());
        bar.setMax((double) Math.max(1, rows));
        bar.setValue((double) (now.state().equals("done") ? Math.max(1, rows) : now.read()));
        line.setText(now.finished() ? finished(now) : running(now, rows));
        line.setClassName("refusal", "refused".equals(now.result()));
        message.setVisible(now.message() != null);
        message.setText(now.message() == null ? "" : now.message());
        figures.removeAll();
        figure("created", now.created());
        figure("merged", now.merged());
        figure("unchanged", now.unchanged());
        figure("returned", now.returned());
        figure("to-decide", now.toDecide());
        figure("refused", now.refused());
        refused.setVisible(now.refused() > 0);
        decide.setVisible(now.toDecide() > 0);
        leads.setVisible(now.created() > 0);
        if (now.finished()) {
            cancel.setVisible(false);
            ticks.remove();
        }
    }

    private String finished(ImportProgress now) {
        boolean allRefused = now.state().equals("done") && "refused".equals(now.result());
        return getTranslation(
                allRefused ? "progress.finished.refused" : "progress.finished." + now.state(),
                counts.number(now.read()));
    }

    private String running(ImportProgress now, long rows) {
        if (now.state().equals("queued")) {
            return getTranslation("progress.queued");
        }
        OptionalLong rate = pace.rate();
        OptionalLong left = pace.secondsLeft(rows);
        String read = getTranslation("progress.read", counts.number(now.read()), counts.number(rows));
        if (rate.isEmpty() || left.isEmpty()) {
            return read;
        }
        return read
                + " · "
                + getTranslation("progress.rate", counts.number(rate.getAsLong()))
                + " · "
                + timeLeft(left.getAsLong());
    }

    private String timeLeft(long seconds) {
        return seconds < 90
                ? getTranslation("progress.seconds", counts.number(Math.max(1, seconds)))
                : getTranslation("progress.minutes", counts.number((seconds + 30) / 60));
    }

    private void figure(String name, long count) {
        Span number = new Span(counts.number(count));
        number.addClassNames("figure-number", "figures");
        Span label = new Span(getTranslation("progress.figure." + name));
        label.addClassName("figure-label");
        Div figure = new Div(number, label);
        figure.addClassName("figure");
        figures.add(figure);
    }

    private void askToCancel() {
        ConfirmDialogs.before(
                getTranslation("progress.cancel.ask"),
                getTranslation("progress.cancel.consequence"),
                getTranslation("progress.cancel"),
                () -> show(imports.cancel(id)));
    }

    private void writeRefused(DownloadEvent event) throws IOException {
        event.setFileName("refused-" + id + ".csv");
        event.setContentType("text/csv;charset=UTF-8");
        results.refused(id, event.getOutputStream());
    }
}
