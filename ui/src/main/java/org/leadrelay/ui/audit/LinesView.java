package org.leadrelay.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.search.FoundLines;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of the search over the log. What it shows stands in its address. */
@Route(AuditNavigation.LINES)
@Allowed(Permission.READ_AUDIT)
class LinesView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final LineSearch search;
    private final Times times;
    private final LinesBar bar;
    private final LineTable table;
    private final Div pages = new Div();
    private final Div nothing = new Div();
    private LinesState shown = LinesState.ALL;
    private @Nullable String next;

    LinesView(LineSearch search, LineChoices choices, Times times) {
        this.search = search;
        this.times = times;
        bar = new LinesBar(choices, this::go);
        table = new LineTable(choices, times);
        addClassNames("audit-view", "scrolled");
        pages.addClassName("audit-pages");
        add(new AuditHead("lines"), bar, table, nothing, pages, keys());
    }

    private KeyboardShortcuts keys() {
        return new KeyboardShortcuts()
                .onRepeated("j", getTranslation("audit.key.down"), () -> table.move(1))
                .onRepeated("k", getTranslation("audit.key.up"), () -> table.move(-1))
                .on("f", getTranslation("audit.key.filter"), bar::focusFirst)
                .on("n", getTranslation("audit.earlier"), this::earlier)
                .on("b", getTranslation("audit.newest"), () -> go(shown.page(null)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = LinesState.of(event.getLocation().getQueryParameters());
        try {
            show();
        } catch (Invalid refused) {
            Toasts.refused(refused);
            shown = LinesState.ALL;
            show();
        }
    }

    private void show() {
        FoundLines found = search.find(shown.query(), getLocale());
        boolean any = !found.items().isEmpty();
        next = found.next();
        bar.show(shown);
        table.setVisible(any);
        table.show(found.items());
        pages.removeAll();
        if (shown.after() != null) {
            pages.add(link(shown.page(null), "audit.newest"));
        }
        if (next != null) {
            pages.add(link(shown.page(next), "audit.earlier"));
        }
        Span asOf = new Span(getTranslation("audit.asOf", times.text(found.asOf(), getLocale())));
        asOf.addClassName("secondary");
        pages.add(asOf);
        nothing.removeAll();
        if (!any) {
            boolean asks = shown.asks();
            nothing.add(new EmptyState(
                    getTranslation(asks ? "audit.none.found" : "audit.none"),
                    getTranslation(asks ? "audit.none.found.why" : "audit.none.why")));
        }
    }

    private Anchor link(LinesState to, String key) {
        PageLink link = new PageLink(to.link(), getTranslation(key));
        return link;
    }

    private void earlier() {
        if (next != null) {
            go(shown.page(next));
        }
    }

    private void go(LinesState to) {
        if (!to.equals(shown)) {
            UI.getCurrent().navigate(LinesView.class, to.address());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.lines");
    }
}
