package org.leadrelay.ui.admin;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.access.Actor;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the record of exports, for those without the administration. */
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
    public Class<?> view() {
        return ExportsView.class;
    }

    @Override
    public boolean openTo(Actor person) {
        return !AdminHead.administers(person) && NavigationItem.super.openTo(person);
    }
}
