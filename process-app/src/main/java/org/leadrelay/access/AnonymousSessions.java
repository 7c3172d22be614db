package org.leadrelay.access;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/** A session is kept for minutes until somebody logs in with it. */
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
