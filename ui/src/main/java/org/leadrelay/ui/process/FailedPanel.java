package org.leadrelay.ui.process;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.leadrelay.redesign.FailedStep;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.Toasts;

/** Panel of the engine's failed jobs by element, each with its cause in words and what can be done. */
final class FailedPanel extends Div {

    private final ProcessServices desk;
    private final SerializableRunnable again;

    /**
     * @param again shows anew what there is after something was done
     */
    FailedPanel(ProcessServices desk, List<FailedStep> failed, SerializableRunnable again) {
        this.desk = desk;
        this.again = again;
        addClassName("process-failed");
        if (failed.isEmpty()) {
            add(new EmptyState(getTranslation("process.failed.none"), getTranslation("process.failed.none.why")));
            return;
        }
        Paragraph what = new Paragraph(getTranslation("process.failed.what"));
        what.addClassName("secondary");
        add(what);
        long givenUp = failed.stream().mapToLong(FailedStep::givenUp).sum();
        if (givenUp > 0 && desk.repair().allowed()) {
            add(all(givenUp));
        }
        failed.forEach(each -> add(new FailedStepSection(desk, each, again)));
    }

    private Button all(long givenUp) {
        String number = ProcessServices.number(givenUp, getLocale());
        Button all = new Button(
                getTranslation("process.failed.retry.all", number),
                click -> ConfirmDialogs.before(
                                getTranslation("process.failed.retry.all.ask", givenUp, number),
                                getTranslation("process.failed.retry.consequence"),
                                getTranslation("process.failed.retry"),
                                () -> {
                                    int tried = desk.repair().retryAll(null);
                                    Toasts.done(getTranslation(
                                            "process.failed.retried",
                                            tried,
                                            ProcessServices.number(tried, getLocale())));
                                    again.run();
                                })
                        .setConfirmButtonTheme("primary"));
        all.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        all.setId("failed-retry-all");
        return all;
    }
}
