package org.leadrelay.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.SessionExpired;
import org.leadrelay.platform.ProductException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Error handler of pages: a refusal is shown in its own words, an unexpected failure with its id in the log. */
@Component
class Failures implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int SHOWN_MILLIS = 10_000;

    @Override
    public void error(ErrorEvent event) {
        ProductException refusal = refusalWithin(event.getThrowable());
        UI ui = UI.getCurrent();
        SessionExpired over = endWithin(event.getThrowable());
        if (over != null) {
            if (ui != null) {
                ui.getPage().setLocation(LoginView.address(over.why()));
            }
            return;
        }
        if (refusal == null) {
            String id = logged(event.getThrowable());
            if (ui != null) {
                show(ui.getTranslation("failure.text", id));
            }
        } else if (ui != null) {
            show(refusal.words());
        }
    }

    /** Writes it to the log and answers the id under which it stands there. */
    static String logged(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {} in a view", id, failure);
        return id;
    }

    static @Nullable ProductException refusalWithin(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ProductException refusal) {
                return refusal;
            }
        }
        return null;
    }

    /**
     * The session that whatever failed was done in is over: the page is left, without a message.
     */
    static @Nullable SessionExpired endWithin(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SessionExpired over) {
                return over;
            }
        }
        return null;
    }

    private static void show(String text) {
        Notification notification = Notification.show(text);
        notification.setDuration(SHOWN_MILLIS);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
