package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Header of an auditor's page, with tabs to the others. */
final class AuditHead extends Div {

    private static final List<Page> PAGES = List.of(
            new Page("lines", AuditNavigation.LINES),
            new Page("operations", AuditNavigation.OPERATIONS),
            new Page("readings", AuditNavigation.READINGS),
            new Page("verifications", AuditNavigation.VERIFICATIONS));

    private record Page(String name, String path) {}

    AuditHead(String page, Component... actions) {
        addClassName("audit-head");
        Nav pages = new Nav();
        pages.addClassName("page-tabs");
        pages.setAriaLabel(getTranslation("audit.title"));
        for (Page each : PAGES) {
            Anchor link = new Anchor(each.path(), getTranslation("audit." + each.name()));
            link.getElement().setAttribute("router-link", true);
            if (each.name().equals(page)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            pages.add(link);
        }
        Div buttons = new Div(actions);
        buttons.addClassName("head-actions");
        Span what = new Span(getTranslation("audit." + page + ".what"));
        what.addClassName("head-count");
        Div head = new Div(new H1(getTranslation("audit." + page)), what, buttons);
        head.addClassName("view-head");
        add(pages, head);
    }
}
