package org.leadrelay.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardRebuild;
import org.leadrelay.board.BoardRebuilds;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Toasts;

/** Button that makes the boards anew from the log, and how far that is; for whoever may, and for nobody else there is nothing. */
final class RebuildLine extends Div {

    private final BoardTexts texts;
    private final BoardRebuilds rebuilds;
    private final SerializableRunnable afterwards;
    private final Span progress = new Span();
    private final Button begin = new Button();
    private boolean running;

    /**
     * @param afterwards shows the boards again
     */
    RebuildLine(BoardTexts texts, BoardRebuilds rebuilds, Ticker ticker, SerializableRunnable afterwards) {
        this.texts = texts;
        this.rebuilds = rebuilds;
        this.afterwards = afterwards;
        addClassName("board-rebuild");
        boolean may = rebuilds.mayAsk();
        setVisible(may);
        if (!may) {
            return;
        }
        progress.getElement().setAttribute("role", "status");
        progress.addClassNames("secondary", "figures");
        begin.setText(texts.text("rebuild"));
        begin.setIcon(VaadinIcon.REFRESH.create());
        begin.setId("board-rebuild");
        begin.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        begin.setTooltipText(texts.text("rebuild.what"));
        begin.addClickListener(click -> ask());
        add(begin, progress);
        show(rebuilds.newest().orElse(null));
        ticker.whileShown(this, this::look);
    }

    private void ask() {
        ConfirmDialogs.before(
                texts.text("rebuild.ask"), texts.text("rebuild.consequence"), texts.text("rebuild"), () -> {
                    show(rebuilds.ask());
                });
    }

    private void look() {
        if (running) {
            show(rebuilds.newest().orElse(null));
            if (!running) {
                Toasts.done(texts.text("rebuild.done"));
                afterwards.run();
            }
        }
    }

    private void show(@Nullable BoardRebuild newest) {
        running = newest != null && newest.open();
        begin.setEnabled(!running);
        progress.setText(
                newest == null || !newest.open()
                        ? ""
                        : texts.text("rebuild.progress", texts.count(newest.done()), texts.count(newest.leads())));
    }
}
