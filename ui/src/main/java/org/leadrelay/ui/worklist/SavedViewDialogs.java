package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.SavedViews;
import org.leadrelay.worklist.SavedViews.SavedView;

/** Dialogs that save what the inbox lists under a name, and delete what was saved. */
final class SavedViewDialogs {

    private final SavedViews views;
    private final Component inbox;
    private final Runnable changed;

    /**
     * @param inbox gives the language
     * @param changed called after there is another saved view, or one less
     */
    SavedViewDialogs(SavedViews views, Component inbox, Runnable changed) {
        this.views = views;
        this.inbox = inbox;
        this.changed = changed;
    }

    void save(InboxQuery query) {
        new SaveViewDialog(name -> {
                    views.save(name, query);
                    Toasts.done(inbox.getTranslation("inbox.save.done", name.strip()));
                    changed.run();
                })
                .open();
    }

    void delete(SavedView view) {
        ConfirmDialogs.before(
                inbox.getTranslation("inbox.saved.delete", view.name()),
                inbox.getTranslation("inbox.saved.delete.why"),
                inbox.getTranslation("inbox.saved.delete.do"),
                () -> {
                    views.delete(view.id());
                    changed.run();
                });
    }
}
