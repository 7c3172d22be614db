package org.leadrelay.ui.demo;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;

/** Button with the product's time in the top bar; opens the dialog that moves it. */
final class ClockButton extends Button {

    private final ClockMoves moves;
    private final Times times;

    ClockButton(ClockMoves moves, Times times, Ticker ticker) {
        this.moves = moves;
        this.times = times;
        addClickListener(click -> new ClockDialog(moves, times, ticker).open());
        ticker.whileShown(this, this::show);

        setIcon(VaadinIcon.CLOCK.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        addClassNames("demo-clock", "figures");
        setTooltipText(getTranslation("demo.clock.what"));
        show();
    }

    private void show() {
        Instant now = moves.now();
        String text = times.day(now, getLocale()) + " " + times.time(now, getLocale());
        if (!text.equals(getText())) {
            setText(text);
            setAriaLabel(getTranslation("demo.clock.label", text));
        }
    }
}
