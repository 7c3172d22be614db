package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the calendars. */
@Component
public class CalendarNavigation implements NavigationItem {

    static final String CALENDARS = "calendars";

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String labelKey() {
        return "calendar.title";
    }

    @Override
    public String key() {
        return "k";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CALENDAR_CLOCK;
    }

    @Override
    public String path() {
        return CALENDARS;
    }

    @Override
    public Class<?> view() {
        return CalendarsView.class;
    }
}
