package org.leadrelay.ui.admin;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** The record of exports, for whom administration is not open. */
@Component
class ExportsItem implements NavigationItem {

    @Override
    public int order() {
        return 75;
    }

    @Override
    public String labelKey() {
        return "admin.exports";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.DOWNLOAD_ALT;
    }

    @Override
    public String path() {
        return AdminNavigation.EXPORTS;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.AUDITOR);
    }
}
