package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import java.util.function.Function;
import org.leadrelay.access.Passwords.Strength;

/** Password strength meter, which also says why a password would be refused. */
class StrengthMeter extends Div {

    private static final long serialVersionUID = 1L;
    private static final int BEST = 4;

    private final ProgressBar bar = new ProgressBar(0, BEST);
    private final Span words = new Span();

    StrengthMeter() {
        addClassName("lr-strength");
        bar.getElement().setAttribute("aria-label", getTranslation("password.strength"));
        words.addClassName("lr-quiet");
        words.getElement().setAttribute("aria-live", "polite");
        add(bar, words);
        setVisible(false);
    }

    void show(String password, Function<String, Strength> rule) {
        setVisible(!password.isEmpty());
        if (password.isEmpty()) {
            return;
        }
        Strength strength = rule.apply(password);
        String objection = strength.objection();
        boolean taken = objection == null;
        bar.setValue(taken ? strength.score() : Math.min(strength.score(), 1));
        bar.removeThemeVariants(ProgressBarVariant.LUMO_SUCCESS, ProgressBarVariant.LUMO_ERROR);
        bar.addThemeVariants(taken ? ProgressBarVariant.LUMO_SUCCESS : ProgressBarVariant.LUMO_ERROR);
        words.setText(taken ? getTranslation("password.strength." + strength.score()) : objection);
    }
}
