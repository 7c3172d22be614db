package org.leadrelay.ui.admin;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.access.Actor;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the administration. */
@Component
public class AdminNavigation implements NavigationItem {

    static final String PEOPLE = "admin";
    static final String ROLES = "admin/roles";
    static final String TEAMS = "admin/teams";
    static final String MANDATES = "admin/mandates";
    static final String KEYS = "admin/keys";
    static final String EXPORTS = "exports";
    static final String OUTBOX = "admin/outbox";

    /** The address of the roles, within the application. */
    public static String roles() {
        return ROLES;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String labelKey() {
        return "admin.title";
    }

    @Override
    public String key() {
        return "a";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.COG;
    }

    @Override
    public String path() {
        return PEOPLE;
    }

    @Override
    public Class<?> view() {
        return PeopleView.class;
    }

    @Override
    public boolean openTo(Actor person) {
        return AdminHead.administers(person);
    }

    @Override
    public String pathFor(Actor person) {
        return AdminHead.first(person);
    }
}
