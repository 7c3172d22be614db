package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.calendar.BusinessCalendar;
import org.leadrelay.calendar.CalendarKeeping;
import org.leadrelay.calendar.CalendarUse;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.calendar.Counting;

/** A calendar month by month, and what would be due in it. */
@Route(CalendarNavigation.CALENDARS)
@PermitAll
@CssImport("./components/calendar.css")
class CalendarsView extends VerticalLayout implements HasDynamicTitle {

    private final CalendarKeeping keeping;
    private final CalendarUsers users;
    private final Select<CalendarVersion> choice = new Select<>();
    private final Span zone = new Span();
    private final Paragraph usedBy = new Paragraph();
    private final MonthPanel month;
    private final DuePanel due;

    CalendarsView(CalendarKeeping keeping, CalendarUsers users, Counting counting, Clock clock) {
        this.keeping = keeping;
        this.users = users;
        month = new MonthPanel(clock);
        due = new DuePanel(counting, clock);
        choice.addValueChangeListener(
                event -> {
                    if (event.getValue() != null) {
                        show(event.getValue());
                    }
                });

        addClassNames("calendars-view", "scrolled");
        choice.setId("calendar");
        choice.setAriaLabel(getTranslation("calendar.choose"));
        choice.setItemLabelGenerator(each -> each.content().name());
        choice.getElement().getThemeList().add("small");
        zone.addClassName("head-count");
        usedBy.addClassName("secondary");
        Div head = new Div(new H1(getTranslation("calendar.title")), choice, zone);
        head.addClassName("view-head");
        add(head, usedBy, month, due);
        List<CalendarVersion> all = keeping.all();
        choice.setItems(all);
        choice.setValue(all.get(0));
    }

    private void show(CalendarVersion chosen) {
        BusinessCalendar calendar = keeping.counting(chosen.id());
        zone.setText(calendar.zone().getId());
        usedBy.setText(usedBy(users.of(chosen.id())));
        month.show(calendar);
        due.show(chosen.id(), calendar);
    }

    private String usedBy(CalendarUse use) {
        String names =
                Stream.concat(
                                use.teams().stream().map(CalendarUse.Team::name),
                                use.reps().stream().map(CalendarUse.Rep::name))
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? getTranslation("calendar.usedBy.nobody")
                : getTranslation("calendar.usedBy", names);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.title");
    }
}
