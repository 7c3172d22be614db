package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.leadrelay.audit.verification.VerificationFinding;
import org.leadrelay.audit.verification.VerificationRun;
import org.leadrelay.audit.verification.VerificationRun.State;
import org.leadrelay.audit.verification.Verifications;
import org.leadrelay.platform.Conflict;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.component.VerdictWords;
import org.leadrelay.ui.lead.LeadNavigation;

/** Panel of one verification: how far it is, what it found and where, and up to when it says so. */
final class RunPanel extends Div {

    private final Verifications verifications;
    private final LineChoices choices;
    private final Times times;
    private final SerializableRunnable again;

    /**
     * @param again asks for the same once more
     */
    RunPanel(Verifications verifications, LineChoices choices, Times times, SerializableRunnable again) {
        this.verifications = verifications;
        this.choices = choices;
        this.times = times;
        this.again = again;
        addClassName("run-panel");
    }

    void show(VerificationRun run) {
        removeAll();
        Paragraph said = new Paragraph(VerdictWords.of(run, getLocale(), times));
        said.addClassNames("verdict", VerdictWords.look(run));
        said.getElement().setAttribute("role", "status");
        Paragraph about = new Paragraph(getTranslation(
                "audit.run.about", choices.person(run.askedBy()), times.text(run.askedAt(), getLocale())));
        about.addClassName("secondary");
        add(said, about);
        if (run.open()) {
            add(bar(run), new Paragraph(progress(run)));
        }
        if (run.closed() > 0) {
            Paragraph closed = new Paragraph(getTranslation("audit.run.closed", run.closed()));
            closed.addClassName("secondary");
            add(closed);
        }
        add(actions(run));
        if (run.findings() > 0) {
            add(findings(run));
        }
    }

    private ProgressBar bar(VerificationRun run) {
        ProgressBar bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", getTranslation("audit.run.progress"));
        bar.setIndeterminate(run.state() == State.QUEUED);
        bar.setMax((double) Math.max(1, run.total()));
        bar.setValue((double) Math.min(run.streams(), Math.max(1, run.total())));
        return bar;
    }

    private String progress(VerificationRun run) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(getLocale());
        return getTranslation(
                "audit.run.streams",
                numbers.format(run.streams()),
                numbers.format(run.total()),
                numbers.format(run.lines()));
    }

    private Div actions(VerificationRun run) {
        Div actions = new Div();
        actions.addClassName("form-end");
        if (run.open()) {
            Button cancel = new Button(getTranslation("audit.run.cancel"), click -> askToCancel(run));
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
            actions.add(cancel);
        } else if (run.state() == State.STOPPED || run.state() == State.FAILED || run.state() == State.CANCELLED) {
            Button anew = new Button(getTranslation("audit.run.again"), click -> again.run());
            anew.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(anew);
        }
        actions.setVisible(actions.getComponentCount() > 0);
        return actions;
    }

    private void askToCancel(VerificationRun run) {
        ConfirmDialogs.before(
                getTranslation("audit.run.cancel.ask"),
                getTranslation("audit.run.cancel.consequence"),
                getTranslation("audit.run.cancel"),
                () -> {
                    try {
                        show(verifications.cancel(run.id()));
                    } catch (Conflict ended) {
                        Toasts.refused(ended);
                        show(verifications.get(run.id()));
                    }
                });
    }

    private Component findings(VerificationRun run) {
        List<VerificationFinding> found = verifications.findings(run.id());
        Map<UUID, String> names = choices.named(
                found.stream().map(VerificationFinding::stream).distinct().toList());
        OrderedList list = new OrderedList();
        list.addClassName("findings");
        list.getElement().setAttribute("aria-label", getTranslation("audit.run.findings"));
        for (VerificationFinding each : found) {
            list.add(finding(each, names));
        }
        Div whole = new Div(list);
        if (found.size() < run.findings()) {
            whole.add(new Paragraph(getTranslation("audit.run.more", found.size(), run.findings())));
        }
        return whole;
    }

    private ListItem finding(VerificationFinding finding, Map<UUID, String> names) {
        String name = Objects.requireNonNullElseGet(
                names.get(finding.stream()), () -> finding.stream().toString());
        String where = finding.seq() == null
                ? getTranslation("audit.finding.stream", name)
                : getTranslation("audit.finding.line", name, finding.seq());
        PageLink link = new PageLink(LeadNavigation.record(finding.stream(), finding.seq()), where);
        Span code = new Span(finding.code());
        code.getElement().getThemeList().add("badge error");
        Span said = new Span(finding.said());
        said.addClassName("finding-said");
        return new ListItem(code, link, said);
    }
}
