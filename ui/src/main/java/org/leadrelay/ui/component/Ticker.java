package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Timer of open screens: looks again once a second, and pushes what changed. The work runs as the person in
 * front of that screen, with the session locked; it stops when the component leaves the screen.
 */
@org.springframework.stereotype.Component
public class Ticker {

    private static final long EVERY_MILLIS = 1_000;

    private final Map<UUID, Runnable> work = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "ui-ticker");
        thread.setDaemon(true);
        return thread;
    });

    Ticker() {
        Future<?> unused =
                executor.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Does this work with every tick while the component is on a screen. */
    public Registration whileShown(Component component, Command look) {
        UUID id = UUID.randomUUID();
        component.getUI().ifPresent(ui -> put(id, ui, look));
        Registration attached = component.addAttachListener(event -> put(id, event.getUI(), look));
        Registration detached = component.addDetachListener(event -> work.remove(id));
        return () -> {
            attached.remove();
            detached.remove();
            work.remove(id);
        };
    }

    /** One tick now. */
    public void tick() {
        work.forEach((id, look) -> {
            try {
                look.run();
            } catch (UIDetachedException gone) {
                work.remove(id);
            }
        });
    }

    private void put(UUID id, UI ui, Command look) {
        work.put(id, () -> PageAccess.run(ui, look));
    }

    /** From here on {@link #tick} alone looks again. */
    @PreDestroy
    public void stop() {
        executor.shutdownNow();
    }
}
