package org.leadrelay.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Schedule of a notice's mail: at once, when the person's hours begin again, or with the digest of their next morning. */
@Component
class DeliverySchedule {

    private final QuietHours hours;
    private final Clock clock;

    DeliverySchedule(QuietHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    /** What this person gets, and when. */
    NoticeDelivery delivery(ChannelChoice way) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        return switch (way.mail()) {
            case OFF -> new NoticeDelivery(id, way, null, null);
            case NOW ->
                new NoticeDelivery(
                        id, way, NoticeDelivery.alone(id), way.outsideHours() ? now : hours.next(way.login(), now));
            case DIGEST -> {
                Instant morning = hours.nextDay(way.login(), now);
                yield new NoticeDelivery(id, way, "digest:" + way.login() + ":" + morning, morning);
            }
        };
    }
}
