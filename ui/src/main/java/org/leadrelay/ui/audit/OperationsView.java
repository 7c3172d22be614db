package org.leadrelay.ui.audit;

import com.vaadin.flow.router.Route;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of what was done that is no lead's. */
@Route(AuditNavigation.OPERATIONS)
@Allowed(Permission.READ_AUDIT)
class OperationsView extends OtherLinesPage {

    OperationsView(LineSearch search, LineChoices choices, Times times) {
        super("operations", AuditNavigation.OPERATIONS, choices, times, search::operations);
    }
}
