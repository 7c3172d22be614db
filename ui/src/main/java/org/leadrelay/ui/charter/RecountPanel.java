package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.promise.RecomputationEffect;
import org.leadrelay.promise.RecomputationPreview;
import org.leadrelay.promise.RecountedPromise;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.Times;

/** Table of every running promise, before and after a version of the charter, lead by lead. */
final class RecountPanel extends Div {

    private final CharterWords words;
    private final Times times;

    RecountPanel(CharterDesk desk, CharterVersion version) {
        words = desk.words();
        times = desk.times();
        addClassName("recount");
        RecomputationPreview.Summary summary = desk.recomputation().summary(version.version());
        Paragraph said = new Paragraph(said(summary));
        said.addClassName("recount-summary");
        add(said);
        if (summary.running() == 0) {
            return;
        }
        add(
                grid(desk.recomputation(), version.version(), (int) summary.running()),
                new RecountDownload(desk.recomputationFile(), version.version()));
    }

    private String said(RecomputationPreview.Summary summary) {
        if (summary.running() == 0) {
            return getTranslation("charter.recount.none");
        }
        return getTranslation(
                "charter.recount.summary",
                number(summary.running()),
                number(summary.of(RecomputationEffect.LATER)),
                number(summary.of(RecomputationEffect.EARLIER)),
                number(summary.of(RecomputationEffect.AT_ONCE)),
                number(summary.running() - summary.moved()));
    }

    private String number(long promises) {
        return words.number(BigDecimal.valueOf(promises));
    }

    private Grid<RecountedPromise> grid(RecomputationPreview preview, int version, int running) {
        Grid<RecountedPromise> grid = new Grid<>();
        grid.addClassName("recount-grid");
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::lead)
                .setHeader(getTranslation("charter.recount.lead"))
                .setFlexGrow(2);
        grid.addColumn(each -> times.text(each.before(), getLocale()))
                .setHeader(getTranslation("charter.recount.before"))
                .setFlexGrow(1);
        grid.addColumn(each -> times.text(each.after(), getLocale()))
                .setHeader(getTranslation("charter.recount.after"))
                .setFlexGrow(1);
        Grid.Column<RecountedPromise> effect = grid.addColumn(this::effect)
                .setHeader(getTranslation("charter.recount.effect"))
                .setFlexGrow(2);
        ScreenWidth.follow(this, narrow -> List.of(effect).forEach(each -> each.setVisible(!narrow)));
        grid.setPageSize(RecomputationPreview.LARGEST_PAGE / 10);
        grid.setItems(
                query -> preview.page(version, query.getPage(), query.getPageSize()).items().stream(),
                query -> running);
        return grid;
    }

    private Component lead(RecountedPromise promise) {
        Anchor lead = new Anchor("lead/" + promise.leadId(), promise.lead());
        lead.setTarget("_blank");
        Span clause = new Span(words.clause(promise.clause()));
        clause.addClassName("second-line");
        Div cell = new Div(lead, clause);
        cell.addClassName("two-lines");
        return cell;
    }

    private String effect(RecountedPromise promise) {
        String effect = getTranslation("charter.recount." + promise.effect().code());
        return promise.paused() ? getTranslation("charter.recount.paused", effect) : effect;
    }
}
