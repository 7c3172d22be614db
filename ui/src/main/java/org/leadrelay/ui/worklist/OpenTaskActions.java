package org.leadrelay.ui.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.PaletteAction;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.worklist.TaskDetail;

/** Actions on the open task, by a button or a key, besides answering it. */
final class OpenTaskActions implements TaskHeader.Deeds {

    private final InboxServices desk;
    private final TaskPane pane;
    private final TaskPane.Around around;

    OpenTaskActions(InboxServices desk, TaskPane pane, TaskPane.Around around) {
        this.desk = desk;
        this.pane = pane;
        this.around = around;
    }

    @Override
    public void claim() {
        run(id -> desk.work().claim(id));
    }

    @Override
    public void release() {
        run(id -> desk.work().release(id));
    }

    @Override
    public void assign() {
        pane.opened()
                .filter(open -> open.mayAssign())
                .map(open -> open.task())
                .ifPresent(task -> new AssignDialog(
                                AssignmentCandidates.of(desk.worklist(), List.of(task)),
                                pane.getTranslation("assign.one", task.name(), task.lead()),
                                login -> {
                                    desk.work().reassign(task.id(), login);
                                    around.acted();
                                })
                        .open());
    }

    @Override
    public void ask() {
        pane.opened()
                .filter(TaskDetail::mayAsk)
                .map(open -> open.task().id())
                .ifPresent(id -> new AskDialog(question -> {
                            desk.work().ask(id, question);
                            Toasts.done(pane.getTranslation("ask.done"));
                            around.acted();
                        })
                        .open());
    }

    /** Corrects a fact of the task's lead. */
    void editFact() {
        pane.opened()
                .filter(open -> desk.facts().possible())
                .map(TaskDetail::task)
                .ifPresent(task -> desk.facts().open(task.leadId(), () -> {
                    pane.factChanged();
                    around.acted();
                }));
    }

    /** The lead's way on the diagrams, over the whole page. */
    void diagram() {
        pane.opened().map(open -> open.task()).ifPresent(task -> LeadNavigation.openDiagram(task.leadId(), task.id()));
    }

    @Override
    public void back() {
        around.back();
    }

    /** What can be done with the open task now, for the command palette. */
    List<PaletteAction> offered() {
        List<PaletteAction> offered = new ArrayList<>();
        pane.opened().ifPresent(open -> {
            boolean mine = desk.me().equals(open.task().assignee());
            if (open.mayAnswer()) {
                int digit = 1;
                for (Option outcome : pane.outcomes()) {
                    offered.add(offer(
                            "task.complete.as",
                            Integer.toString(digit++),
                            () -> pane.complete(outcome),
                            outcome.label()));
                }
            }
            if (open.task().assignee() == null && open.mayAnswer()) {
                offered.add(offer("task.claim", "c", this::claim));
            }
            if (open.task().assignee() != null && (mine || open.mayAssign())) {
                offered.add(offer("task.release", "r", this::release));
            }
            if (open.mayAssign()) {
                offered.add(offer("task.assign", "a", this::assign));
            }
            if (open.mayAsk()) {
                offered.add(offer("task.ask", "q", this::ask));
            }
            if (desk.facts().possible()) {
                offered.add(offer("task.fact", "e", this::editFact));
            }
            offered.add(offer("comments.write", "m", pane::writeComment));
        });
        return offered;
    }

    private PaletteAction offer(String words, String key, Runnable action, Object... with) {
        return PaletteAction.ofTask(pane.getTranslation(words, with), key, action);
    }

    private void run(Consumer<String> action) {
        pane.opened().map(open -> open.task().id()).ifPresent(id -> {
            try {
                action.accept(id);
            } catch (ProductException refused) {
                Toasts.refused(refused);
            }
            around.acted();
        });
    }
}
