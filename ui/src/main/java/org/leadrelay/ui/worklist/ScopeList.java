package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import org.leadrelay.worklist.InboxCounts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.SavedViews.SavedView;

/** List of scopes (whose tasks) with their counts, and of the saved views. */
class ScopeList extends Nav {

    private static final long serialVersionUID = 1L;

    private final Consumer<InboxQuery> choose;
    private final Consumer<SavedView> delete;
    private final Div scopes = new Div();
    private final Div saved = new Div();

    ScopeList(Consumer<InboxQuery> choose, Consumer<SavedView> delete) {
        this.choose = choose;
        this.delete = delete;
        addClassName("scopes");
        getElement().setAttribute("aria-label", getTranslation("inbox.scopes"));
        scopes.addClassName("scope-group");
        saved.addClassName("scope-group");
        add(scopes, saved);
    }

    /** Shows something of its own between the scopes and the saved views. */
    void also(Component more) {
        addComponentAtIndex(1, more);
    }

    /**
     * @param team whether the person sees what others of the team have
     * @param unexplained promises that broke in this person's hands, of which they did not say why
     */
    void show(InboxCounts counts, List<SavedView> views, InboxQuery now, boolean team, long unexplained) {
        scopes.removeAll();
        InboxQuery all = InboxQuery.of(Scope.ALL);
        scope("inbox.mine", counts.mine(), InboxQuery.of(Scope.MINE), now);
        scope("inbox.role", counts.role(), InboxQuery.of(Scope.ROLE), now);
        if (team) {
            scope("inbox.team", counts.team(), InboxQuery.of(Scope.TEAM), now);
        }
        scope("inbox.waiting", counts.waiting(), all.waiting(true), now);
        scope("inbox.overdue", counts.overdue(), all.overdue(true), now)
                .setClassName("has-overdue", counts.overdue() > 0);
        scope("inbox.all", counts.all(), all, now);
        if (unexplained > 0) {
            scopes.add(unexplained(unexplained));
        }

        saved.removeAll();
        if (!views.isEmpty()) {
            H2 title = new H2(getTranslation("inbox.saved"));
            saved.add(title);
        }
        views.forEach(view -> saved.add(saved(view, now)));
    }

    /** Their tasks are gone from the inbox; the question is not. */
    private Anchor unexplained(long count) {
        Span number = new Span(String.format(getLocale(), "%,d", count));
        number.addClassNames("count", "figures");
        Anchor link = new Anchor("promises?show=list&state=unexplained");
        link.add(new Span(getTranslation("inbox.unexplained")), number);
        link.getElement().setAttribute("router-link", true);
        link.addClassNames("scope", "scope-link");
        link.setId("inbox-unexplained");
        return link;
    }

    private Button scope(String key, long count, InboxQuery query, InboxQuery now) {
        Button button = entry(getTranslation(key), query, now);
        Span number = new Span(String.format(getLocale(), "%,d", count));
        number.addClassNames("count", "figures");
        button.setSuffixComponent(number);
        button.setId(key.replace('.', '-'));
        scopes.add(button);
        return button;
    }

    private Div saved(SavedView view, InboxQuery now) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> delete.accept(view));
        remove.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY_INLINE);
        remove.setAriaLabel(getTranslation("inbox.saved.delete", view.name()));
        remove.setTooltipText(getTranslation("inbox.saved.delete", view.name()));
        Div line = new Div(entry(view.name(), view.query(), now), remove);
        line.addClassName("saved-view");
        return line;
    }

    private Button entry(String text, InboxQuery query, InboxQuery now) {
        Button button = new Button(text, click -> choose.accept(query));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassName("scope");
        if (same(query, now)) {
            button.addClassName("current");
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }

    private static boolean same(InboxQuery one, InboxQuery other) {
        return one.page(0, 50).equals(other.page(0, 50));
    }
}
