package org.leadrelay.ui.leads;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the list of leads. */
@Component
public class LeadsNavigation implements NavigationItem {

    static final String LEADS = "leads";

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String labelKey() {
        return "leads.title";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.USERS;
    }

    @Override
    public String path() {
        return LEADS;
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Roles.MARKETING,
                Roles.SALES_REP,
                Roles.SALES_MANAGER,
                Roles.ARBITER,
                Roles.PROCESS_OWNER,
                Roles.AUDITOR,
                Roles.ADMINISTRATOR);
    }
}
