package org.leadrelay.ui.notice;

import com.vaadin.flow.component.Component;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.notification.Notices;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.TopBarItem;

/** Top bar item of the bell. */
@org.springframework.stereotype.Component
public class NoticeNavigation implements TopBarItem {

    private static final int BEFORE_THE_PERSON = 90;

    private final Notices notices;
    private final CharterWords charter;
    private final CurrentPerson person;
    private final Times times;

    NoticeNavigation(Notices notices, CharterWords charter, CurrentPerson person, Times times) {
        this.notices = notices;
        this.charter = charter;
        this.person = person;
        this.times = times;
    }

    @Override
    public int order() {
        return BEFORE_THE_PERSON;
    }

    @Override
    public Component create() {
        return new Bell(notices, charter, person.get().login(), times);
    }
}
