package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableSupplier;
import org.leadrelay.audit.verification.VerificationRun;

/** Button that verifies one lead's log, with its answer beside it. */
public final class VerifyLine extends Div {

    private static final long serialVersionUID = 1L;

    private final Times times;
    private final Span answer = new Span();
    private final PageLink more = new PageLink();
    private final SerializableSupplier<VerificationRun> verify;

    public VerifyLine(Times times, SerializableSupplier<VerificationRun> verify) {
        this.times = times;
        this.verify = verify;
        addClassName("verify-line");
        Button button = new Button(getTranslation("verify"), VaadinIcon.SHIELD.create(), click -> verify());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setTooltipText(getTranslation("verify.what"));
        button.setId("verify");
        answer.getElement().setAttribute("role", "status");
        more.setText(getTranslation("verify.where"));
        more.setVisible(false);
        add(button, answer, more);
    }

    public void verify() {
        VerificationRun run = verify.get();
        answer.setText(VerdictWords.of(run, getLocale(), times));
        answer.setClassName("verdict " + VerdictWords.look(run));
        more.setHref("audit/verifications/" + run.id());
        more.setVisible(run.findings() > 0);
    }
}
