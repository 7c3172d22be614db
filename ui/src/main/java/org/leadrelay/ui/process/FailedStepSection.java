package org.leadrelay.ui.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.EngineJobs;
import org.leadrelay.redesign.FailedStep;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;

/** Section of one element whose jobs failed: why, since when, the jobs with their leads, and what to do with all of them. */
final class FailedStepSection extends Section {

    private final ProcessServices desk;
    private final FailedStep step;
    private final EngineJobs.Place place;
    private final SerializableRunnable again;

    FailedStepSection(ProcessServices desk, FailedStep step, SerializableRunnable again) {
        this.desk = desk;
        this.step = step;
        this.place = new EngineJobs.Place(step.model(), step.element());
        this.again = again;
        addClassName("failed-step");
        Paragraph told = new Paragraph(told());
        told.addClassNames("secondary", "figures");
        Paragraph cause = new Paragraph(step.words());
        add(new H2(title()), told, cause);
        if (step.givenUp() > 0 && desk.repair().allowed()) {
            add(actions());
        }
        add(jobs());
    }

    private Component title() {
        String model = step.model();
        String element = step.element();
        if (model == null || element == null) {
            return new Span(step.name());
        }
        Anchor link = new Anchor(
                ProcessNavigation.step(model, element),
                getTranslation("process.failed.at", step.name(), step.modelName()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String told() {
        List<String> parts = new ArrayList<>();
        if (step.givenUp() > 0) {
            parts.add(getTranslation(
                    "process.failed.given-up",
                    step.givenUp(),
                    ProcessServices.number(step.givenUp(), getLocale()),
                    desk.times().text(step.since(), getLocale())));
        }
        if (step.waiting() > 0) {
            parts.add(getTranslation(
                    "process.failed.waiting",
                    step.waiting(),
                    ProcessServices.number(step.waiting(), getLocale()),
                    desk.times().text(step.nextTry(), getLocale())));
        }
        return String.join(" ", parts);
    }

    private Div actions() {
        String number = ProcessServices.number(step.givenUp(), getLocale());
        Button retry = new Button(
                getTranslation("process.failed.retry.these", step.givenUp(), number),
                click -> ConfirmDialogs.before(
                                getTranslation("process.failed.retry.ask", step.givenUp(), number, step.name()),
                                getTranslation("process.failed.retry.consequence"),
                                getTranslation("process.failed.retry"),
                                this::retry)
                        .setConfirmButtonTheme("primary"));
        Button postpone = new Button(
                getTranslation("process.failed.postpone"),
                click -> new PostponeDialog(desk.times(), step.name(), step.givenUp())
                        .ask(until ->
                                done("process.failed.postponed", desk.repair().postponeAll(place, until))));
        Div actions = new Div(retry, postpone);
        actions.addClassName("failed-actions");
        return actions;
    }

    private void retry() {
        done("process.failed.retried", desk.repair().retryAll(place));
    }

    private void done(String key, int jobs) {
        Toasts.done(getTranslation(key, jobs, ProcessServices.number(jobs, getLocale())));
        again.run();
    }

    /** Read when somebody opens it. */
    private Details jobs() {
        long all = step.givenUp() + step.waiting();
        Details jobs =
                new Details(getTranslation("process.failed.jobs", all, ProcessServices.number(all, getLocale())));
        jobs.addOpenedChangeListener(event -> {
            if (event.isOpened() && jobs.getContent().findAny().isEmpty()) {
                try {
                    jobs.add(new FailedJobList(desk, place, step, again));
                } catch (ProductException refused) {
                    Toasts.refused(refused);
                }
            }
        });
        return jobs;
    }
}
