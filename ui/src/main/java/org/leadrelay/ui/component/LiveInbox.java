package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChanges;

/**
 * Push updates of the inbox for one screen, on its own thread and at most once a second, for as long as it is
 * shown.
 */
public final class LiveInbox {

    private static final Executor A_SECOND_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final UI ui;
    private final Consumer<List<InboxChange>> screen;
    private final List<InboxChange> waiting = new ArrayList<>();
    private boolean resting;

    private LiveInbox(UI ui, Consumer<List<InboxChange>> screen) {
        this.ui = ui;
        this.screen = screen;
    }

    /** Follows what changes while the component is on a screen. */
    public static void follow(Component component, InboxChanges changes, Consumer<List<InboxChange>> screen) {
        component.addAttachListener(attached -> {
            LiveInbox live = new LiveInbox(attached.getUI(), screen);
            Runnable end = changes.listen(live::came);
            component.addDetachListener(detached -> {
                end.run();
                detached.unregisterListener();
            });
        });
    }

    private synchronized void came(List<InboxChange> changes) {
        waiting.addAll(changes);
        if (!resting) {
            resting = true;
            tell();
        }
    }

    private synchronized void rested() {
        resting = !waiting.isEmpty();
        if (resting) {
            tell();
        }
    }

    private void tell() {
        List<InboxChange> batch = List.copyOf(waiting);
        waiting.clear();
        try {
            PageAccess.run(ui, () -> screen.accept(batch));
            CompletableFuture<Void> later = CompletableFuture.runAsync(this::rested, A_SECOND_LATER);
            later.exceptionally(failed -> {
                throw new IllegalStateException(failed);
            });
        } catch (UIDetachedException gone) {
            waiting.clear();
        }
    }
}
