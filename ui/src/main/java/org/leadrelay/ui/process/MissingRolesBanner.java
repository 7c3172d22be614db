package org.leadrelay.ui.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.leadrelay.redesign.MissingRoles.MissingRole;

/** Banner that names the roles whose tasks nobody finds, and who can change that; not shown where there is none. */
final class MissingRolesBanner extends Div {

    private static final long serialVersionUID = 1L;

    MissingRolesBanner(List<MissingRole> missing) {
        addClassName("banner");
        setVisible(!missing.isEmpty());
        missing.forEach(each ->
                add(new Paragraph(getTranslation("process.role-gone", each.role(), String.join(", ", each.steps())))));
    }
}
