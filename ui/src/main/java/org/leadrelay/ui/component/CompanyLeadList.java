package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.lead.CompanyLead;

/** List of the other leads of a lead's company: where each is, who has it, and the way to it. Shows nothing for none. */
public class CompanyLeadList extends Div {

    private static final long serialVersionUID = 1L;

    public CompanyLeadList(List<CompanyLead> leads) {
        addClassName("company-leads");
        setVisible(!leads.isEmpty());
        Span label = new Span(getTranslation("company.others"));
        label.addClassName("label");
        UnorderedList list = new UnorderedList();
        leads.forEach(each -> list.add(line(each)));
        add(label, list);
    }

    private ListItem line(CompanyLead lead) {
        String about = Stream.of(where(lead), owner(lead))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        Span where = new Span(about);
        where.addClassName("secondary");
        return new ListItem(new PageLink("lead/" + lead.id(), lead.name()), new Span(" "), where);
    }

    private String where(CompanyLead lead) {
        if (lead.end() != null) {
            return getTranslation("lead.ended." + lead.end());
        }
        String step = lead.stepName() == null ? lead.step() : lead.stepName();
        return step == null ? getTranslation("lead.moving") : step;
    }

    private String owner(CompanyLead lead) {
        String name = lead.ownerName() == null ? lead.owner() : lead.ownerName();
        return name == null ? "" : getTranslation("company.owner", name);
    }
}
