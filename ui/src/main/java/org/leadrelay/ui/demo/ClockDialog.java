package org.leadrelay.ui.demo;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.InfoDialog;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;

/** Dialog that moves the demo's clock forward and shows its progress. */
final class ClockDialog extends InfoDialog {

    private final ClockMoves moves;
    private final Times times;
    private final Paragraph now = new Paragraph();
    private final Paragraph next = new Paragraph();
    private final Button toNext = new Button();
    private final Div ways = new Div();
    private final IntegerField amount = new IntegerField();
    private final Select<ChronoUnit> unit = new Select<>();
    private final Div progress = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph outcome = new Paragraph();
    private final FieldErrors refusals = new FieldErrors().field("forward", amount);
    private ClockMoves.@Nullable Move followed;

    ClockDialog(ClockMoves moves, Times times, Ticker ticker) {
        super("34em");
        this.moves = moves;
        this.times = times;
        toNext.addClickListener(click -> goToNext());
        ticker.whileShown(this, this::look);

        setHeaderTitle(getTranslation("demo.clock.title"));
        Paragraph what = new Paragraph(getTranslation("demo.clock.why"));
        what.addClassName("secondary");
        ways.addClassName("clock-ways");
        way("hour", Duration.ofHours(1));
        way("hours", Duration.ofHours(4));
        way("day", Duration.ofDays(1));
        way("week", Duration.ofDays(7));
        toNext.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        toNext.setText(getTranslation("demo.clock.to-next"));
        outcome.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("demo.clock.moving"));
        progress.add(bar);
        progress.addClassName("clock-progress");
        add(what, now, next, toNext, ways, free(), progress, outcome);
        followed = moves.last();
        look();
        if (followed != null && !followed.isRunning()) {
            outcome.setText("");
        }
    }

    private void way(String name, Duration way) {
        ways.add(new Button(getTranslation("demo.clock." + name), click -> go(way)));
    }

    private Div free() {
        amount.setLabel(getTranslation("demo.clock.amount"));
        amount.setMin(1);
        amount.setMax(9_999);
        amount.setValue(30);
        amount.setManualValidation(true);
        unit.setLabel(getTranslation("demo.clock.unit"));
        unit.setItems(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);
        unit.setItemLabelGenerator(each -> getTranslation("demo.clock.unit." + each.name()));
        unit.setValue(ChronoUnit.MINUTES);
        Button move = new Button(getTranslation("demo.clock.move"), click -> {
            Integer many = amount.getValue();
            go(Duration.of(many == null ? 0 : many, unit.getValue()));
        });
        Div free = new Div(amount, unit, move);
        free.addClassName("field-line");
        return free;
    }

    private void goToNext() {
        Instant due = moves.time().nextDeadline();
        if (due != null) {
            go(Duration.between(moves.now(), due).plusMinutes(1));
        }
    }

    private void go(Duration way) {
        boolean started = refusals.tried(() -> moves.start(way, getTranslation("demo.clock.busy")));
        if (started) {
            outcome.setText("");
            look();
        }
    }

    private void look() {
        ClockMoves.Move move = moves.last();
        boolean running = move != null && move.isRunning();
        now.setText(getTranslation("demo.clock.now", times.exact(moves.now(), getLocale())));
        ways.getChildren().forEach(each -> ((Button) each).setEnabled(!running));
        progress.setVisible(running);
        if (move != null && running) {
            bar.setValue(move.progress(moves.now()));
            next.setText(getTranslation("demo.clock.until", times.text(move.to(), getLocale())));
            toNext.setEnabled(false);
        } else {
            showNext();
        }
        if (move != null && !move.isRunning() && !move.equals(followed)) {
            outcome.setText(outcome(move));
        }
        followed = move;
    }

    private void showNext() {
        Instant due = moves.time().nextDeadline();
        toNext.setEnabled(due != null);
        next.setText(
                due == null
                        ? getTranslation("demo.clock.no-next")
                        : getTranslation("demo.clock.next", times.exact(due, getLocale())));
    }

    private String outcome(ClockMoves.Move move) {
        Long jobs = move.jobsRun();
        return jobs == null
                ? getTranslation("demo.clock.failed", String.valueOf(move.refusal()))
                : getTranslation("demo.clock.moved", jobs);
    }
}
