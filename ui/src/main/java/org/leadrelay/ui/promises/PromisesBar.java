package org.leadrelay.ui.promises;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Teams;
import org.leadrelay.promise.report.PromiseFilter;
import org.leadrelay.promise.report.PromiseReports;
import org.leadrelay.ui.component.DayFields;

/** Filter bar of the report: the days they were due in, the side, and whose. */
final class PromisesBar extends Div {

    private static final List<String> STATES =
            List.of("kept", "broken", "open", "void", "dueToday", "unexplained", "late");

    private final PromiseWords words;
    private final PromiseReports reports;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Select<String> side = new Select<>();
    private final Select<String> state = new Select<>();
    private final ComboBox<String> clause = new ComboBox<>();
    private final ComboBox<Teams.Team> team = new ComboBox<>();
    private final ComboBox<String> rep = new ComboBox<>();
    private final ComboBox<String> source = new ComboBox<>();
    private final Button clear = new Button();
    private final List<Teams.Team> teams;
    private PromisesState shown;
    private boolean setting;

    PromisesBar(PromiseWords words, PromiseReports reports, Teams teams, SerializableConsumer<PromisesState> changed) {
        this.words = words;
        this.reports = reports;
        this.teams = reports.onlyOwn()
                ? List.of()
                : teams.all().stream()
                        .filter(each -> reports.mayAskForTeam(each.id()))
                        .toList();
        this.shown = PromisesState.usual(reports.today());
        for (DatePicker day : List.of(from, to)) {
            day.addValueChangeListener(event -> tell(changed));
        }
        for (Select<String> choice : List.of(side, state)) {
            choice.addValueChangeListener(event -> tell(changed));
        }
        for (ComboBox<String> box : List.of(clause, rep, source)) {
            box.addValueChangeListener(event -> tell(changed));
        }
        team.addValueChangeListener(event -> tell(changed));
        clear.addClickListener(click -> changed.accept(PromisesState.usual(reports.today())));

        addClassName("filters");
        day(from, "from");
        day(to, "to");
        choice(side, "side", words::side);
        choice(state, "state", words::state);
        state.setItems(STATES);
        box(clause, "clause");
        clause.setItemLabelGenerator(words::clause);
        box(team, "team");
        team.setItems(this.teams);
        team.setItemLabelGenerator(Teams.Team::name);
        box(rep, "rep");
        rep.setItemLabelGenerator(words::person);
        box(source, "source");
        clear.setText(words.text("clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        team.setVisible(!this.teams.isEmpty());
        rep.setVisible(!reports.onlyOwn());
        add(from, to, side, state, clause, team, rep, source, clear);
    }

    private void day(DatePicker field, String name) {
        DayFields.speak(field, getLocale());
        field.setAriaLabel(words.text("filter." + name));
        field.setPlaceholder(words.text("filter." + name));
        field.setTooltipText(words.text("filter." + name));
        small(field, name);
    }

    private void choice(Select<String> field, String name, SerializableFunction<String, String> labels) {
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(words.text("any." + name));
        field.setPlaceholder(words.text("any." + name));
        field.setItemLabelGenerator(value -> value == null ? words.text("any." + name) : labels.apply(value));
        field.setAriaLabel(words.text("by." + name));
        small(field, name);
    }

    private void box(ComboBox<?> field, String name) {
        field.setClearButtonVisible(true);
        field.setPlaceholder(words.text("any." + name));
        field.setAriaLabel(words.text("by." + name));
        small(field, name);
    }

    private static void small(HasStyle field, String name) {
        field.getElement().getThemeList().add("small");
        field.addClassNames("filter", "filter-" + name.toLowerCase(Locale.ROOT));
    }

    /** Shows what the address says, without telling anybody. */
    void show(PromisesState asked) {
        setting = true;
        shown = asked;
        PromiseFilter filter = asked.filter();
        from.setValue(filter.from());
        to.setValue(filter.to());
        state.setValue(known(filter.state(), STATES));
        PromiseReports.Choices choices = reports.choices(filter);
        side.setItems(with(choices.sides(), filter.side()));
        side.setValue(filter.side());
        clause.setItems(with(choices.clauses(), filter.clause()));
        clause.setValue(filter.clause());
        team.setValue(teams.stream()
                .filter(each -> each.id().equals(filter.team()))
                .findFirst()
                .orElse(null));
        rep.setItems(with(choices.reps(), filter.rep()));
        rep.setValue(filter.rep());
        source.setItems(with(choices.sources(), filter.source()));
        source.setValue(filter.source());
        clear.setVisible(!asked.equals(PromisesState.usual(reports.today())));
        setting = false;
    }

    private static List<String> with(List<String> known, @Nullable String asked) {
        if (asked == null || known.contains(asked)) {
            return known;
        }
        ArrayList<String> all = new ArrayList<>(known);
        all.add(asked);
        return all;
    }

    private static @Nullable String known(@Nullable String value, List<String> values) {
        return value != null && values.contains(value) ? value : null;
    }

    private void tell(SerializableConsumer<PromisesState> changed) {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (setting || first == null || last == null || first.isAfter(last)) {
            return;
        }
        Teams.Team chosen = team.getValue();
        changed.accept(new PromisesState(
                new PromiseFilter(
                        first,
                        last,
                        shown.filter().lead(),
                        side.getValue(),
                        clause.getValue(),
                        rep.getValue(),
                        chosen == null ? null : chosen.id(),
                        source.getValue(),
                        shown.filter().week(),
                        state.getValue(),
                        shown.filter().took()),
                shown.list(),
                0,
                shown.order()));
    }
}
