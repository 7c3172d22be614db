package org.leadrelay.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leadrelay.mail.Outbox;
import org.leadrelay.mail.Outbox.MailToPerson;
import org.springframework.stereotype.Component;

/** Mail delivery of notices through the outbox. */
@Component
class NoticeMails {

    private final Outbox outbox;
    private final NoticeTable notices;
    private final Clock clock;

    NoticeMails(Outbox outbox, NoticeTable notices, Clock clock) {
        this.outbox = outbox;
        this.notices = notices;
        this.clock = clock;
    }

    void send(List<NoticeDelivery> told) {
        List<MailToPerson> mails = new ArrayList<>();
        told.forEach(each -> {
            if (each.mailKey() != null) {
                mails.add(new MailToPerson(each.mailKey(), each.login(), each.leaves()));
            }
        });
        if (mails.isEmpty()) {
            return;
        }
        Set<String> taken = outbox.toPeople(mails);
        told.stream()
                .filter(each -> each.mailKey() != null && !taken.contains(each.mailKey()))
                .forEach(this::sendAlone);
    }

    /** Its digest has left in this very moment. */
    private void sendAlone(NoticeDelivery told) {
        String key = NoticeDelivery.alone(told.id());
        notices.carry(told.id(), key);
        outbox.toPeople(List.of(new MailToPerson(key, told.login(), clock.instant())));
    }
}
