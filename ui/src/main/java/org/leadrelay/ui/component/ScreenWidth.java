package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;

/** Media query: whether a view is on a phone. */
public final class ScreenWidth {

    private static final int PHONE = 600;

    private ScreenWidth() {}

    /** Says at once and at every change whether the window is as narrow as a phone's. */
    public static void follow(Component component, SerializableConsumer<Boolean> narrow) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            ui.getPage().retrieveExtendedClientDetails(details -> narrow.accept(details.getWindowInnerWidth() < PHONE));
            Registration resized =
                    ui.getPage().addBrowserWindowResizeListener(event -> narrow.accept(event.getWidth() < PHONE));
            component.addDetachListener(detached -> {
                resized.remove();
                detached.unregisterListener();
            });
        });
    }
}
