package org.leadrelay.notification;

import org.leadrelay.promise.PromiseBroken;
import org.leadrelay.promise.PromiseEnded;
import org.leadrelay.promise.PromiseExplained;
import org.leadrelay.promise.PromiseMoved;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Resolution of notices about promises. A reminder is resolved when the promise ends, breaks or is moved; what was told
 * of a broken one when its step has ended, and for whoever held the step when they have said why.
 */
@Component
class NoticeResolution {

    private final Notices notices;

    NoticeResolution(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void broken(PromiseBroken promise) {
        notices.resolveReminders(NoticeCause.promise(promise.promiseId()));
    }

    @EventListener
    void moved(PromiseMoved promise) {
        notices.resolveReminders(NoticeCause.promise(promise.promiseId()));
    }

    @EventListener
    void ended(PromiseEnded promise) {
        NoticeCause cause = NoticeCause.promise(promise.promiseId());
        String asked = promise.unexplainedBy();
        if (asked == null) {
            notices.resolveAtEnd(cause);
        } else {
            notices.resolveButFor(cause, asked);
        }
    }

    @EventListener
    void explained(PromiseExplained promise) {
        if (promise.ended()) {
            notices.resolve(NoticeCause.promise(promise.promiseId()));
        }
    }
}
