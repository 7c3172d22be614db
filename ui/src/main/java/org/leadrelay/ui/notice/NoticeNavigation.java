package org.leadrelay.ui.notice;

import com.vaadin.flow.component.Component;
import org.leadrelay.ui.layout.TopBarItem;

/** Top bar item of the bell. */
@org.springframework.stereotype.Component
public class NoticeNavigation implements TopBarItem {

    private static final int BEFORE_THE_PERSON = 90;

    private final NoticeServices desk;

    NoticeNavigation(NoticeServices desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return BEFORE_THE_PERSON;
    }

    @Override
    public Component create() {
        return new Bell(desk);
    }
}
