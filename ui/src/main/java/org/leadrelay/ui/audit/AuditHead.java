package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.leadrelay.ui.component.PageTabs;

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
        PageTabs pages = new PageTabs(getTranslation("audit.title"));
        for (Page each : PAGES) {
            pages.tab(
                    each.path(),
                    getTranslation("audit." + each.name()),
                    each.name().equals(page));
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
