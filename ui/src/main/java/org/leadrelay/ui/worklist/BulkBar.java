package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskCommands.BulkResult;
import org.leadrelay.worklist.TaskRow;

/** Toolbar of bulk actions on several tasks. */
class BulkBar extends Div {

    private static final long serialVersionUID = 1L;

    private final InboxServices desk;
    private final Runnable done;
    private final Span count = new Span();
    private List<TaskRow> chosen = List.of();

    /**
     * @param done called after something was done with them
     */
    BulkBar(InboxServices desk, Runnable clear, Runnable done) {
        this.desk = desk;
        this.done = done;
        addClassName("bulk");
        setVisible(false);
        getElement().setAttribute("role", "status");
        Button claim = button("bulk.claim", "c", this::claim);
        Button release = button("bulk.release", "r", this::release);
        Button assign = button("bulk.assign", "a", this::assign);
        Button none = button("bulk.clear", "Esc", clear);
        add(count, claim, release, assign, none);
    }

    void show(Set<TaskRow> rows) {
        chosen = List.copyOf(rows);
        setVisible(!chosen.isEmpty());
        count.setText(getTranslation("bulk.count", chosen.size()));
    }

    boolean active() {
        return !chosen.isEmpty();
    }

    void claim() {
        if (enough()) {
            tell(desk.work().claimAll(ids()), "bulk.claimed");
        }
    }

    /** Back to their roles. */
    void release() {
        if (enough()) {
            tell(desk.work().reassignAll(ids(), null), "bulk.released");
        }
    }

    /** To one of those who may have every one of the tasks, and has not all of them. */
    void assign() {
        if (!enough()) {
            return;
        }
        new AssignDialog(
                        AssignmentCandidates.of(desk.worklist(), chosen),
                        getTranslation("assign.many", chosen.size()),
                        login -> tell(desk.work().reassignAll(ids(), login), "bulk.assigned"))
                .open();
    }

    private boolean enough() {
        if (chosen.size() > TaskCommands.MOST_AT_ONCE) {
            Toasts.failed(getTranslation("bulk.tooMany", TaskCommands.MOST_AT_ONCE));
        }
        return active() && chosen.size() <= TaskCommands.MOST_AT_ONCE;
    }

    private List<String> ids() {
        return chosen.stream().map(TaskRow::id).toList();
    }

    private void tell(List<BulkResult> results, String key) {
        long good = results.stream().filter(BulkResult::done).count();
        if (good > 0) {
            Toasts.done(getTranslation(key, good));
        }
        String refused = results.stream()
                .filter(each -> !each.done())
                .map(BulkResult::message)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
        if (!refused.isEmpty()) {
            Toasts.failed(getTranslation("bulk.refused", results.size() - good) + " " + refused);
        }
        done.run();
    }

    private Button button(String key, String hotkey, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setTooltipText(getTranslation(key) + "  [" + hotkey + "]");
        return button;
    }
}
