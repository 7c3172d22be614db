package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.worklist.InboxCounts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Scope;

/** Empty state of the inbox: why the list is empty, and what will fill it. */
class EmptyInbox extends Div {

    private static final long serialVersionUID = 1L;

    private final InboxServices desk;
    private final Consumer<InboxQuery> list;

    EmptyInbox(InboxServices desk, Consumer<InboxQuery> list) {
        this.desk = desk;
        this.list = list;
        addClassName("empty-inbox");
        getElement().setAttribute("tabindex", "-1");
    }

    void show(InboxState state, InboxCounts counts) {
        removeAll();
        if (!desk.works()) {
            add(state("inbox.empty.none"));
        } else if (state.filtered()) {
            boolean only = state.query().equals(InboxQuery.of(Scope.ALL).overdue(true));
            boolean waiting = state.query().equals(InboxQuery.of(Scope.ALL).waiting(true));
            if (only) {
                add(state("inbox.empty.overdue"));
            } else if (waiting) {
                add(state("inbox.empty.waiting"));
            } else {
                add(state(
                        "inbox.empty.filtered",
                        new Button(
                                getTranslation("inbox.clear"),
                                click -> list.accept(state.unfiltered().query()))));
            }
        } else if (state.query().scope() == Scope.MINE && counts.role() > 0) {
            add(state(
                    "inbox.empty.mine",
                    new Button(
                            getTranslation("inbox.empty.toRole", counts.role()),
                            click -> list.accept(InboxQuery.of(Scope.ROLE)))));
        } else if (state.query().scope() == Scope.TEAM) {
            add(state("inbox.empty.team"));
        } else {
            add(state("inbox.empty.role"));
        }
    }

    private EmptyState state(String key, Button... actions) {
        return new EmptyState(getTranslation(key), getTranslation(key + ".why"), actions);
    }
}
