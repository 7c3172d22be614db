package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Teams;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarArithmetic;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarForm.Range;
import org.leadrelay.calendar.CalendarUse;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.workingtime.BusinessCalendar;

/** View of a calendar month by month, with what would be due in it and, for those who may, its form. */
@Route(CalendarNavigation.CALENDARS)
@PermitAll
class CalendarsView extends VerticalLayout implements HasDynamicTitle {

    private static final List<Range> OFFICE_HOURS = List.of(new Range("09:00", "17:00"));

    private final CalendarAdministration keeping;
    private final CalendarUsers users;
    private final Teams teams;
    private final People people;
    private final Select<CalendarVersion> choice = new Select<>();
    private final Span zone = new Span();
    private final Div actions = new Div();
    private final Paragraph usedBy = new Paragraph();
    private final Div editing = new Div();
    private final Div panes = new Div();
    private final Paragraph shown = new Paragraph();
    private final MonthPanel month;
    private final DuePanel due;

    CalendarsView(
            CalendarAdministration keeping,
            CalendarUsers users,
            Teams teams,
            People people,
            CalendarArithmetic counting,
            Clock clock) {
        this.keeping = keeping;
        this.users = users;
        this.teams = teams;
        this.people = people;
        month = new MonthPanel(clock);
        due = new DuePanel(counting, clock);
        choice.addValueChangeListener(event -> {
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
        actions.addClassName("head-actions");
        usedBy.addClassName("secondary");
        shown.addClassName("month-shows");
        shown.getElement().setAttribute("role", "status");
        Div head = new Div(new H1(getTranslation("calendar.title")), choice, zone, actions);
        head.addClassName("view-head");
        panes.add(editing, new Div(shown, month));
        panes.addClassName("calendar-panes");
        add(head, usedBy, panes, due);
        showNewest(BusinessCalendars.DEFAULT);
    }

    /** Reads every calendar anew: somebody else may have changed one. */
    private void showNewest(String id) {
        List<CalendarVersion> all = keeping.all();
        choice.setItems(all);
        choice.setValue(
                all.stream().filter(each -> each.id().equals(id)).findFirst().orElse(all.get(0)));
    }

    private void show(CalendarVersion chosen) {
        BusinessCalendar calendar = keeping.counting(chosen.id());
        zone.setText(calendar.zone().getId());
        usedBy.setText(usedBy(users.of(chosen.id())));
        month.show(calendar);
        due.show(chosen.id(), calendar);
        showSaved(true);
        editing.removeAll();
        actions.removeAll();
        if (keeping.mayChange(chosen.id())) {
            action("calendar.change", () -> edit(chosen.id()));
        }
        if (keeping.mayMake()) {
            action("calendar.users", () -> give(chosen));
            action("calendar.new", this::make);
        }
    }

    private void action(String key, Runnable work) {
        Button button = new Button(getTranslation(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        actions.add(button);
    }

    private void showSaved(boolean saved) {
        choice.setEnabled(saved);
        actions.setVisible(saved);
        due.setVisible(saved);
        shown.setVisible(!saved);
        panes.setClassName("editing", !saved);
        shown.setText("");
    }

    private void edit(String id) {
        open(id, CalendarForm.of(keeping.newest(id)));
    }

    private void make() {
        open(
                "",
                new CalendarForm(
                        "",
                        choice.getValue().content().zone().getId(),
                        Map.of(
                                "monday", OFFICE_HOURS,
                                "tuesday", OFFICE_HOURS,
                                "wednesday", OFFICE_HOURS,
                                "thursday", OFFICE_HOURS,
                                "friday", OFFICE_HOURS),
                        choice.getValue().content().country(),
                        choice.getValue().content().regions(),
                        List.of(),
                        null));
    }

    private void open(String id, CalendarForm form) {
        CalendarEditor editor = new CalendarEditor(id, form, new Editing());
        editing.removeAll();
        editing.add(editor);
        showSaved(false);
        showUnsaved(form);
        editor.begin();
    }

    private final class Editing implements CalendarEditor.Deeds {

        @Override
        public void changed(CalendarForm unsaved) {
            showUnsaved(unsaved);
        }

        @Override
        public void save(String id, CalendarForm form) {
            keeping.save(id, form);
            showNewest(id);
            Toasts.done(getTranslation("calendar.saved"));
        }

        @Override
        public void cancel() {
            showNewest(choice.getValue().id());
        }
    }

    /** The month as it would be; as it was last, while what is written cannot be counted. */
    private void showUnsaved(CalendarForm form) {
        BusinessCalendar counted = counted(form);
        if (counted != null) {
            month.show(counted);
        }
        shown.setText(getTranslation(counted == null ? "calendar.shows.uncounted" : "calendar.shows.unsaved"));
        shown.setClassName("uncounted", counted == null);
    }

    private @Nullable BusinessCalendar counted(CalendarForm form) {
        try {
            return keeping.tried(named(form));
        } catch (Invalid notYet) {
            return null;
        }
    }

    /** A month has hours before the calendar has a name. */
    private static CalendarForm named(CalendarForm form) {
        return new CalendarForm(
                form.name() == null || form.name().isBlank() ? "-" : form.name(),
                form.zone(),
                form.week(),
                form.country(),
                form.regions(),
                form.specialDays(),
                form.version());
    }

    private void give(CalendarVersion chosen) {
        new UsersDialog(chosen.id(), chosen.content().name(), users, teams, people).ask(() -> {
            usedBy.setText(usedBy(users.of(chosen.id())));
            Toasts.done(getTranslation("calendar.users.given"));
        });
    }

    private String usedBy(CalendarUse use) {
        String names = Stream.concat(
                        use.teams().stream().map(CalendarUse.Team::name),
                        use.reps().stream().map(CalendarUse.Rep::name))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? getTranslation("calendar.usedBy.nobody") : getTranslation("calendar.usedBy", names);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.title");
    }
}
