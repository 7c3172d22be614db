package org.leadrelay.access;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/** Session timeout of ten minutes until somebody logs in with the session. */
@Component
class AnonymousSessions implements HttpSessionListener {

    private final SessionSettings settings;

    AnonymousSessions(SessionSettings settings) {
        this.settings = settings;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession()
                .setMaxInactiveInterval(Math.toIntExact(settings.anonymous().toSeconds()));
    }
}
