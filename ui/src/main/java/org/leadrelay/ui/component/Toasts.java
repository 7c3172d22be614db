package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.leadrelay.platform.ProductException;

/** Toast notifications: what was done goes by itself, a refusal stays. */
public final class Toasts {

    private static final int GOES_AFTER_MILLIS = 4_000;

    private Toasts() {}

    /** Says that something was done. */
    public static void done(String text) {
        Notification told = new Notification(text, GOES_AFTER_MILLIS);
        told.setPosition(Notification.Position.BOTTOM_START);
        told.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        told.open();
    }

    /** Says why something was refused, in the service's own words. */
    public static void refused(ProductException why) {
        failed(why.words());
    }

    /** Says what did not work; stays until it is closed. */
    public static void failed(String text) {
        Notification told = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> told.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(told.getTranslation("common.close"));
        Div line = new Div(new Span(text), close);
        line.addClassName("told");
        told.add(line);
        told.setPosition(Notification.Position.BOTTOM_START);
        told.addThemeVariants(NotificationVariant.LUMO_ERROR);
        told.setAssertive(true);
        told.open();
    }
}
