package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.List;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.ui.component.PageTabs;
import org.leadrelay.ui.layout.NavigationItem;

/** Header of an administrator's page with tabs to those others that are open, and actions. */
final class AdminHead extends Div {

    private static final List<Page> PAGES = List.of(
            new Page("people", AdminNavigation.PEOPLE, PeopleView.class),
            new Page("roles", AdminNavigation.ROLES, RolesView.class),
            new Page("teams", AdminNavigation.TEAMS, TeamsView.class),
            new Page("mandates", AdminNavigation.MANDATES, MandatesView.class),
            new Page("keys", AdminNavigation.KEYS, KeysView.class),
            new Page("exports", AdminNavigation.EXPORTS, ExportsView.class),
            new Page("outbox", AdminNavigation.OUTBOX, OutboxView.class));

    AdminHead(String page, Actor person, Component... actions) {
        addClassName("admin-head");
        List<Page> open = open(person);
        if (open.size() > 1) {
            add(pages(open, page));
        }
        Div buttons = new Div(actions);
        buttons.addClassName("head-actions");
        Div head = new Div(new H1(getTranslation("admin." + page)), buttons);
        head.addClassName("view-head");
        add(head);
    }

    private record Page(String name, String path, Class<?> view) {}

    /** Whether there is more for this person here than the record of exports, which has a place of its own. */
    static boolean administers(Actor person) {
        boolean administers = person.mayAny(
                Permission.ADMINISTER_PEOPLE,
                Permission.ADMINISTER_ROLES,
                Permission.NAME_SIGNERS,
                Permission.ADMINISTER_KEYS,
                Permission.KEEP_OUTBOX);
        return administers || (person.may(Permission.READ_PERMISSIONS) && !person.may(Permission.READ_EXPORTS));
    }

    /** The path of the first page that is open to this person. */
    static String first(Actor person) {
        return open(person).stream().findFirst().map(Page::path).orElse(AdminNavigation.PEOPLE);
    }

    private static List<Page> open(Actor person) {
        return PAGES.stream()
                .filter(each -> NavigationItem.mayEnter(each.view(), person))
                .toList();
    }

    private PageTabs pages(List<Page> open, String page) {
        PageTabs pages = new PageTabs(getTranslation("admin.title"));
        for (Page each : open) {
            pages.tab(
                    each.path(),
                    getTranslation("admin." + each.name()),
                    each.name().equals(page));
        }
        return pages;
    }
}
