package org.leadrelay.ui.process;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.platform.Page;
import org.leadrelay.redesign.LeadAtStep;
import org.leadrelay.redesign.LiveModel;
import org.leadrelay.redesign.LiveStep;
import org.leadrelay.ui.lead.LeadNavigation;

/** Panel of the leads that stand at a step now, as far as the person may see them; what is late comes first. */
final class StepLeadsPanel extends Section {

    private static final int AT_ONCE = 50;
    private static final String LIST = "step-leads";

    private final ProcessServices desk;
    private final H2 title = new H2();
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private @Nullable LiveModel model;
    private @Nullable String step;
    private int shown;

    StepLeadsPanel(ProcessServices desk) {
        this.desk = desk;
        addClassName("step-leads");
        more = new Button(getTranslation("process.leads.more"), click -> more());
        count.addClassName("secondary");
        count.getElement().setAttribute("role", "status");
        add(new Div(title), count, list, more);
    }

    /**
     * @param chosen the element; null where none is chosen
     */
    void show(LiveModel in, @Nullable String chosen) {
        model = in;
        step = chosen;
        shown = 0;
        list.removeAll();
        more.setVisible(false);
        if (chosen == null) {
            title.setText(getTranslation("process.leads"));
            count.setText(getTranslation("process.leads.choose"));
            return;
        }
        LiveStep found = in.steps().stream()
                .filter(each -> each.element().equals(chosen))
                .findFirst()
                .orElse(null);
        title.setText(
                found == null ? getTranslation("process.leads") : getTranslation("process.leads.at", found.name()));
        if (found == null || found.leads() == 0) {
            count.setText(getTranslation("process.leads.none"));
            return;
        }
        Page<LeadAtStep> page = desk.leads().at(in.id(), chosen, 0, AT_ONCE);
        desk.readings().list(LIST, Way.PAGE, page.total());
        show(page, found.leads());
    }

    private void more() {
        if (model != null && step != null) {
            add(desk.leads().at(model.id(), step, shown, AT_ONCE));
        }
    }

    private void show(Page<LeadAtStep> page, long standing) {
        count.setText(
                page.total() < standing
                        ? getTranslation(
                                "process.leads.some",
                                ProcessServices.number(standing, getLocale()),
                                ProcessServices.number(page.total(), getLocale()))
                        : getTranslation(
                                "process.leads.all", page.total(), ProcessServices.number(page.total(), getLocale())));
        add(page);
    }

    private void add(Page<LeadAtStep> page) {
        page.items().forEach(each -> list.add(line(each)));
        shown += page.items().size();
        more.setVisible(!page.items().isEmpty() && shown < page.total());
    }

    private ListItem line(LeadAtStep each) {
        ListItem line =
                new ListItem(LeadNavigation.link(each.lead().id(), each.lead().name()));
        if (each.late()) {
            Span late = new Span(getTranslation("process.late"));
            late.addClassName("count-late");
            line.add(late);
        }
        String more = each.lead().company();
        if (more != null && !more.equals(each.lead().name())) {
            Span company = new Span(more);
            company.addClassName("second-line");
            line.add(company);
        }
        return line;
    }
}
