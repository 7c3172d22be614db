package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.layout.PaletteAction;
import org.leadrelay.worklist.InboxCounts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.SavedViews;
import org.leadrelay.worklist.SavedViews.SavedView;

/**
 * List of scopes (whose tasks) with their counts, and of the saved views. Search and filters stay when another
 * scope is chosen, and each count is what choosing it would list.
 */
class ScopeList extends Nav {

    private static final long serialVersionUID = 1L;

    private final InboxServices desk;
    private final SavedViews kept;
    private final Consumer<InboxQuery> choose;
    private final Consumer<SavedView> delete;
    private final Div scopes = new Div();
    private final Div saved = new Div();
    private final List<Entry> entries = new ArrayList<>();
    private final Entry mine;
    private final Entry team;
    private final Entry overdue;
    private final Entry all;
    private final PageLink unexplained = new PageLink("promises?show=list&state=unexplained");
    private final Span unexplainedCount = new Span();
    private final Map<SavedView, Button> views = new LinkedHashMap<>();
    private @Nullable IncomingLine incoming;
    private InboxQuery query;

    /**
     * @param start what the inbox opens on
     */
    ScopeList(
            InboxServices desk,
            SavedViews kept,
            InboxQuery start,
            Consumer<InboxQuery> choose,
            Consumer<SavedView> delete) {
        this.desk = desk;
        this.kept = kept;
        this.choose = choose;
        this.delete = delete;
        query = start;
        addClassName("scopes");
        getElement().setAttribute("aria-label", getTranslation("inbox.scopes"));
        scopes.addClassName("scope-group");
        saved.addClassName("scope-group");
        mine = new Entry("inbox.mine", now -> now.scope(Scope.MINE));
        new Entry("inbox.role", now -> now.scope(Scope.ROLE));
        team = new Entry("inbox.team", now -> now.scope(Scope.TEAM));
        new Entry("inbox.waiting", now -> now.scope(Scope.ALL).overdue(false).waiting(true));
        overdue = new Entry(
                "inbox.overdue", now -> now.scope(Scope.ALL).waiting(false).overdue(true));
        all = new Entry("inbox.all", now -> now.scope(Scope.ALL));
        mine.button.setVisible(false);
        all.button.setVisible(false);
        unexplainedCount.addClassNames("count", "figures");
        unexplained.add(new Span(getTranslation("inbox.unexplained")), unexplainedCount);
        unexplained.addClassNames("scope", "scope-link");
        unexplained.setId("inbox-unexplained");
        scopes.add(unexplained);
        add(scopes);
        if (desk.seesIncoming()) {
            incoming = new IncomingLine(desk.incoming(), desk.clock());
            add(incoming);
        }
        add(saved);
    }

    /**
     * @param counts of what the query's filters let through
     */
    void show(InboxCounts counts, InboxQuery now) {
        query = now;
        entries.forEach(each -> each.show(counts));
        team.button.setVisible(desk.seesTeam());
        overdue.button.setClassName("has-overdue", counts.overdue() > 0);
        // Each lies within the next; two of the same size are the same rows, and shown once. What was shown stays.
        mine.showOnce(counts.mine() != counts.role() || now.scope() == Scope.MINE);
        all.showOnce(counts.all() != counts.role() || (now.scope() == Scope.ALL && !now.acrossScopes()));
        long broken = desk.breaches().unexplained();
        unexplained.setVisible(broken > 0);
        unexplainedCount.setText(figure(broken));
        if (incoming != null) {
            incoming.look();
        }
        showSaved(kept.mine(), now);
    }

    private void showSaved(List<SavedView> kept, InboxQuery now) {
        if (!kept.equals(List.copyOf(views.keySet()))) {
            views.clear();
            saved.removeAll();
            if (!kept.isEmpty()) {
                saved.add(new H2(getTranslation("inbox.saved")));
            }
            kept.forEach(view -> saved.add(saved(view)));
        }
        views.forEach(
                (view, button) -> mark(button, view.query().page(0, now.limit()).equals(now)));
    }

    /** Those that are shown, for the command palette. */
    List<PaletteAction> offered() {
        return entries.stream()
                .filter(each -> each.button.isVisible())
                .map(each -> PaletteAction.place(
                        each.button.getText() + " · " + getTranslation("inbox.title"),
                        () -> choose.accept(each.chosen(query))))
                .toList();
    }

    private String figure(long count) {
        return String.format(getLocale(), "%,d", count);
    }

    private Div saved(SavedView view) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> delete.accept(view));
        remove.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY_INLINE);
        remove.setAriaLabel(getTranslation("inbox.saved.delete", view.name()));
        remove.setTooltipText(getTranslation("inbox.saved.delete", view.name()));
        Button open = button(view.name(), view::query);
        views.put(view, open);
        Div line = new Div(open, remove);
        line.addClassName("saved-view");
        return line;
    }

    private Button button(String text, Supplier<InboxQuery> chosen) {
        Button button = new Button(text, click -> choose.accept(chosen.get()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassName("scope");
        return button;
    }

    private static void mark(Button button, boolean current) {
        button.setClassName("current", current);
        if (current) {
            button.getElement().setAttribute("aria-current", "true");
        } else {
            button.getElement().removeAttribute("aria-current");
        }
    }

    /** One scope: within it what is searched and filtered now. */
    private final class Entry {

        private final UnaryOperator<InboxQuery> within;
        private final Button button;
        private final Span number = new Span();

        Entry(String key, UnaryOperator<InboxQuery> within) {
            this.within = within;
            button = button(getTranslation(key), () -> chosen(query));
            number.addClassNames("count", "figures");
            button.setSuffixComponent(number);
            button.setId(key.replace('.', '-'));
            button.setTooltipText(getTranslation(key + ".what"));
            scopes.add(button);
            entries.add(this);
        }

        private InboxQuery chosen(InboxQuery now) {
            return within.apply(now.withinScopes()).page(0, now.limit());
        }

        void show(InboxCounts counts) {
            InboxQuery listed = chosen(query);
            number.setText(figure(counts.of(listed)));
            mark(button, listed.equals(query));
        }

        void showOnce(boolean show) {
            if (show) {
                button.setVisible(true);
            }
        }
    }
}
