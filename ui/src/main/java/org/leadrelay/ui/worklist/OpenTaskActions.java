package org.leadrelay.ui.worklist;

import java.util.function.Consumer;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;
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
                                desk.worklist().candidates(task.id()),
                                pane.getTranslation("assign.one", task.name(), task.lead()),
                                login -> {
                                    desk.work().reassign(task.id(), login);
                                    changed(task.id());
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
                            changed(id);
                        })
                        .open());
    }

    @Override
    public void back() {
        around.back();
    }

    private void run(Consumer<String> action) {
        pane.opened().map(open -> open.task().id()).ifPresent(id -> {
            try {
                action.accept(id);
            } catch (ProductException refused) {
                Toasts.refused(refused);
            }
            changed(id);
        });
    }

    private void changed(String id) {
        pane.look();
        around.changed(id);
        around.focus().row();
    }
}
