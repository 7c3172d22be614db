package org.leadrelay.ui.promises;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the promises. */
@Component
public class PromisesNavigation implements NavigationItem {

    static final String PROMISES = "promises";

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String labelKey() {
        return "promises.title";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CHECK_CIRCLE_O;
    }

    @Override
    public String path() {
        return PROMISES;
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Roles.SALES_REP,
                Roles.SALES_MANAGER,
                Roles.MARKETING,
                Roles.ARBITER,
                Roles.PROCESS_OWNER,
                Roles.AUDITOR);
    }
}
