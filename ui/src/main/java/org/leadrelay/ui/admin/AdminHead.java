package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.Map;

/** Header of an administrator's page with tabs and actions. */
final class AdminHead extends Div {

    private static final Map<String, String> PAGES = Map.of(
            "people", AdminNavigation.PEOPLE,
            "teams", AdminNavigation.TEAMS,
            "mandates", AdminNavigation.MANDATES,
            "keys", AdminNavigation.KEYS,
            "exports", AdminNavigation.EXPORTS,
            "outbox", AdminNavigation.OUTBOX);
    private static final List<String> ORDER = List.of("people", "teams", "mandates", "keys", "exports", "outbox");

    AdminHead(String page, boolean administrator, Component... actions) {
        addClassName("admin-head");
        if (administrator) {
            add(pages(page));
        }
        Div buttons = new Div(actions);
        buttons.addClassName("head-actions");
        Div head = new Div(new H1(getTranslation("admin." + page)), buttons);
        head.addClassName("view-head");
        add(head);
    }

    private Nav pages(String page) {
        Nav pages = new Nav();
        pages.addClassName("page-tabs");
        pages.setAriaLabel(getTranslation("admin.title"));
        for (String each : ORDER) {
            Anchor link = new Anchor(PAGES.get(each), getTranslation("admin." + each));
            link.getElement().setAttribute("router-link", true);
            if (each.equals(page)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            pages.add(link);
        }
        return pages;
    }
}
