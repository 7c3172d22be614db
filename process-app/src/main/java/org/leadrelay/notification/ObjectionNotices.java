package org.leadrelay.notification;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.lead.FormObjection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notice of an objection that an anonymous form set: to the rep who has the lead, otherwise to
 * marketing. Once a day and lead, however often the form is sent.
 */
@Component
class ObjectionNotices {

    private final People people;
    private final Notices notices;

    ObjectionNotices(People people, Notices notices) {
        this.people = people;
        this.notices = notices;
    }

    @EventListener
    void objected(FormObjection objection) {
        String key = "objection:%s:%s"
                .formatted(
                        objection.leadId(),
                        objection.at().atZone(ZoneOffset.UTC).toLocalDate());
        Optional<String> owner = Optional.ofNullable(objection.owner())
                .filter(each -> people.find(each).filter(Person::active).isPresent());
        if (owner.isPresent()) {
            notices.tellPeople(Set.of(owner.get()), key, objection.leadId(), NoticeKind.OBJECTION);
        } else {
            notices.tellWhoMay(Permission.HEAR_OF_NURTURE, key, objection.leadId(), NoticeKind.OBJECTION);
        }
    }
}
