package org.leadrelay.ui.worklist;

import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.worklist.TaskUndo;

/** Keyboard shortcuts of the inbox: what each key does with the open task, with those that are ticked, or with the list. */
final class InboxKeys {

    private final InboxView inbox;
    private final TaskUndo undo;
    private final TaskPane pane;
    private final TaskList list;
    private final BulkBar bulk;

    InboxKeys(InboxView inbox, TaskUndo undo, TaskPane pane, TaskList list, BulkBar bulk) {
        this.inbox = inbox;
        this.undo = undo;
        this.pane = pane;
        this.list = list;
        this.bulk = bulk;
    }

    KeyboardShortcuts shortcuts() {
        OpenTaskActions actions = pane.actions();
        return new KeyboardShortcuts()
                .onRepeated("j", text("next"), () -> inbox.move(1))
                .onRepeated("k", text("previous"), () -> inbox.move(-1))
                .on("Enter", text("open"), this::enter)
                .also("Tab", text("form"))
                .onDigits(text("outcome"), pane::chosen, pane::complete)
                .on("Ctrl+Enter", text("complete"), pane::complete)
                .on("c", text("claim"), () -> either(bulk::claim, actions::claim))
                .on("r", text("release"), () -> either(bulk::release, actions::release))
                .on("a", text("assign"), () -> either(bulk::assign, actions::assign))
                .on("q", text("ask"), actions::ask)
                .on("e", text("fact"), actions::editFact)
                .on("m", text("comment"), pane::writeComment)
                .on("u", text("undo"), () -> UndoStack.takeBackLast(undo))
                .on("x", text("select"), () -> list.select(inbox.opened().orElse(null)))
                .on("Escape", text("clear"), inbox::clearSelection)
                .on("d", text("diagram"), actions::diagram)
                .on(OpeningPanel.FOLD, text("opening"), pane::foldOpening)
                .on(OpeningPanel.HELPED, text("opening.helped"), () -> pane.sayOfOpening(true))
                .on(OpeningPanel.NOT_HELPED, text("opening.helped.not"), () -> pane.sayOfOpening(false))
                .opens("f", text("search"), ".inbox .first-filters vaadin-text-field");
    }

    private String text(String key) {
        return inbox.getTranslation("inbox.keys." + key);
    }

    private void either(Runnable several, Runnable one) {
        if (bulk.active()) {
            several.run();
        } else {
            one.run();
        }
    }

    private void enter() {
        if (pane.opened().isEmpty()) {
            inbox.move(0);
        } else {
            pane.focusForm();
        }
    }
}
