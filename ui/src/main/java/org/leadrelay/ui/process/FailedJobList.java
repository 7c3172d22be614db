package org.leadrelay.ui.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.EngineJobs;
import org.leadrelay.redesign.FailedJob;
import org.leadrelay.redesign.FailedStep;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.lead.LeadNavigation;

/** List of the failed jobs of one element: the lead that waits, since when, and what can be done; the trace for administrators. */
final class FailedJobList extends Div {

    private static final int AT_ONCE = 50;
    private static final String LIST = "failed-jobs";

    private final ProcessServices desk;
    private final EngineJobs.Place place;
    private final FailedStep step;
    private final SerializableRunnable again;
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private int shown;

    FailedJobList(ProcessServices desk, EngineJobs.Place place, FailedStep step, SerializableRunnable again) {
        this.desk = desk;
        this.place = place;
        this.step = step;
        this.again = again;
        addClassName("failed-jobs");
        more = new Button(getTranslation("process.failed.more"), click -> more());
        add(list, more);
        desk.readings().list(LIST, Way.PAGE, more());
    }

    private long more() {
        Page<FailedJob> page = desk.failed().at(place, shown, AT_ONCE);
        page.items().forEach(each -> list.add(line(each)));
        shown += page.items().size();
        more.setVisible(!page.items().isEmpty() && shown < page.total());
        return page.total();
    }

    private ListItem line(FailedJob job) {
        Div head = new Div(lead(job), when(job));
        head.addClassName("failed-job");
        ListItem line = new ListItem(head);
        if (!job.cause().equals(step.cause())) {
            Span cause = new Span(job.words());
            cause.addClassName("second-line");
            line.add(cause);
        }
        if (desk.repair().allowed()) {
            head.add(retry(job), postpone(job));
        }
        if (desk.maySeeTraces()) {
            line.add(trace(job));
        }
        return line;
    }

    private Component lead(FailedJob job) {
        if (job.lead() != null && job.leadName() != null) {
            return LeadNavigation.link(job.lead(), job.leadName());
        }
        return new Span(getTranslation(job.model() == null ? "process.failed.engine" : "process.failed.hidden"));
    }

    private Span when(FailedJob job) {
        Span when = new Span(
                job.since() == null
                        ? getTranslation("process.failed.next", desk.times().text(job.nextTry(), getLocale()))
                        : getTranslation("process.failed.since", desk.times().text(job.since(), getLocale())));
        when.addClassNames("secondary", "figures");
        return when;
    }

    private Button retry(FailedJob job) {
        return small(
                "process.failed.retry",
                () -> ConfirmDialogs.before(
                                getTranslation("process.failed.retry.ask", 1, "1", step.name()),
                                getTranslation("process.failed.retry.consequence"),
                                getTranslation("process.failed.retry"),
                                () -> {
                                    desk.repair().retry(job.id());
                                    done("process.failed.retried");
                                })
                        .setConfirmButtonTheme("primary"));
    }

    private Button postpone(FailedJob job) {
        return small(
                "process.failed.postpone",
                () -> new PostponeDialog(desk.times(), step.name(), 1).ask(until -> {
                    desk.repair().postpone(job.id(), until);
                    done("process.failed.postponed");
                }));
    }

    private Button small(String text, SerializableRunnable action) {
        Button button = new Button(getTranslation(text), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void done(String key) {
        Toasts.done(getTranslation(key, 1, "1"));
        again.run();
    }

    /** Read when somebody opens it. */
    private Details trace(FailedJob job) {
        Details trace = new Details(getTranslation("process.failed.trace"));
        trace.addOpenedChangeListener(event -> {
            if (event.isOpened() && trace.getContent().findAny().isEmpty()) {
                try {
                    Pre text = new Pre(desk.failed().trace(job.id()));
                    text.addClassName("failed-trace");
                    text.getElement().setAttribute("tabindex", "0");
                    trace.add(text);
                } catch (ProductException refused) {
                    trace.add(new Span(refused.words()));
                }
            }
        });
        return trace;
    }
}
