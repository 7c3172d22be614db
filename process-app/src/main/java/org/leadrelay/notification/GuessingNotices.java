package org.leadrelay.notification;

import java.util.Set;
import org.leadrelay.access.PasswordGuessed;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notice of a series of wrong passwords, to the person with that login; once per series. */
@Component
class GuessingNotices {

    private final People people;
    private final Notices notices;

    GuessingNotices(People people, Notices notices) {
        this.people = people;
        this.notices = notices;
    }

    @EventListener
    void guessed(PasswordGuessed series) {
        String login = series.login();
        if (people.find(login).filter(Person::active).isPresent()) {
            String key = "guessing:" + series.since();
            notices.tell(Set.of(login), new NoticeContent(key, NoticeKind.GUESSING, null, null, null, null, null));
        }
    }
}
