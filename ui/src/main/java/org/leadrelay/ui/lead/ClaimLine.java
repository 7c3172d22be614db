package org.leadrelay.ui.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.leadrelay.lead.LeadClaim;
import org.leadrelay.ui.component.FactLabels;

/** Row of a value that a form typed beside what is known, with a click to take it over and one to dismiss it. */
class ClaimLine extends Div {

    private static final long serialVersionUID = 1L;

    private final FactLabels labels = new FactLabels(this);

    /**
     * @param when when it was typed
     */
    ClaimLine(LeadClaim claim, Component when) {
        addClassName("claim");
        Span said = new Span(getTranslation("facts.claim", labels.of(claim), claim.typed()));
        said.addClassName("claim-typed");
        Span from = new Span(new Span(getTranslation("facts.claim.from") + " "), when);
        from.addClassName("fact-from");
        add(said, from);
    }

    /** For those who may decide. */
    void decidedBy(LeadClaim claim, SerializableRunnable take, SerializableRunnable dismiss) {
        add(new Div(button("facts.claim.take", claim, take), button("facts.claim.dismiss", claim, dismiss)));
    }

    private Button button(String key, LeadClaim claim, SerializableRunnable decide) {
        Button button = new Button(getTranslation(key), click -> decide.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setAriaLabel(getTranslation(key + ".what", labels.of(claim), claim.typed()));
        return button;
    }
}
