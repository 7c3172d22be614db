package org.leadrelay.ui.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.leadrelay.redesign.MissingRoles.MissingRole;
import org.leadrelay.redesign.MissingRoles.StepOfRole;
import org.leadrelay.ui.admin.AdminNavigation;
import org.leadrelay.ui.component.PageLink;

/** Banner that names the roles whose tasks nobody finds, with the way to what waits there and to where it is mended; not shown where there is none. */
final class MissingRolesBanner extends Div {

    private static final long serialVersionUID = 1L;

    private final boolean mayAdd;

    /**
     * @param mayAdd whether who reads it may add a role
     */
    MissingRolesBanner(List<MissingRole> missing, boolean mayAdd) {
        this.mayAdd = mayAdd;
        addClassName("banner");
        setVisible(!missing.isEmpty());
        missing.forEach(each -> add(line(each)));
    }

    private Paragraph line(MissingRole missing) {
        Paragraph line = new Paragraph(new Span(getTranslation("process.role-gone", missing.role()) + " "));
        boolean first = true;
        for (StepOfRole step : missing.steps()) {
            line.add(
                    new Span(first ? "" : ", "),
                    new PageLink(ProcessNavigation.step(step.model(), step.id()), step.name()));
            first = false;
        }
        line.add(new Span(". " + getTranslation("process.role-gone.remedy")));
        if (mayAdd) {
            line.add(new Span(" "), new PageLink(AdminNavigation.roles(), getTranslation("process.role-gone.roles")));
        }
        return line;
    }
}
