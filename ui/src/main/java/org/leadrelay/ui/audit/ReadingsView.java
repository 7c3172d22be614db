package org.leadrelay.ui.audit;

import com.vaadin.flow.router.Route;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of who read or exported what. */
@Route(AuditNavigation.READINGS)
@Allowed(Permission.READ_AUDIT)
class ReadingsView extends OtherLinesPage {

    ReadingsView(LineSearch search, LineChoices choices, Times times) {
        super("readings", AuditNavigation.READINGS, choices, times, search::readings);
    }
}
