package org.leadrelay.ui.leads;

import com.vaadin.flow.component.icon.VaadinIcon;
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
    public String key() {
        return "l";
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
    public Class<?> view() {
        return LeadsView.class;
    }
}
