package org.leadrelay.ui.board;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Teams;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardReports.Choices;
import org.leadrelay.board.Grouping;
import org.leadrelay.ui.component.DayFields;

/**
 * Filter bar of the boards: days, what the leads have in common, how they are split, how long they are watched. On a phone the fields are
 * folded behind a button that says how many are set, so that the first number is in sight.
 */
final class BoardBar extends Div {

    private static final List<Integer> HORIZONS = List.of(14, 30, 60, 90, 180, 365);

    /** By what leads of every kind can be split; the others are the own splits of a number. */
    private static final List<Grouping> GROUPINGS = List.of(
            Grouping.SOURCE,
            Grouping.CAMPAIGN,
            Grouping.CONTENT,
            Grouping.MONTH,
            Grouping.TEAM,
            Grouping.TABLE,
            Grouping.MODEL,
            Grouping.LAP);

    private final BoardTexts texts;
    private final SerializableConsumer<BoardState> changed;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final ComboBox<String> source = new ComboBox<>();
    private final ComboBox<String> campaign = new ComboBox<>();
    private final ComboBox<String> content = new ComboBox<>();
    private final ComboBox<Teams.Team> team = new ComboBox<>();
    private final Select<Integer> table = new Select<>();
    private final Select<Integer> model = new Select<>();
    private final Select<Integer> lap = new Select<>();
    private final Select<Grouping> group = new Select<>();
    private final Select<Duration> horizon = new Select<>();
    private final Div folded = new Div();
    private final Button unfold = new Button(VaadinIcon.FILTER.create());
    private final List<Teams.Team> teams;
    private @Nullable BoardState shown;
    private boolean setting;

    BoardBar(BoardTexts texts, List<Teams.Team> teams, SerializableConsumer<BoardState> changed) {
        this.texts = texts;
        this.teams = List.copyOf(teams);
        this.changed = changed;
        fields().forEach(each -> each.addValueChangeListener(event -> tell()));
        Button clear = new Button(texts.text("clear"), click -> {
            BoardState now = shown;
            if (now != null) {
                changed.accept(now.filtered(BoardFilter.ALL));
            }
        });
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);

        addClassNames("filters", "board-filters");
        day(from, "from");
        day(to, "to");
        box(source, "source");
        box(campaign, "campaign");
        box(content, "content");
        box(team, "team");
        team.setItemLabelGenerator(Teams.Team::name);
        choice(table, "table");
        table.setItemLabelGenerator(
                each -> any("table", each, version -> texts.text("version", String.valueOf(version))));
        choice(model, "model");
        model.setItemLabelGenerator(
                each -> any("model", each, version -> texts.text("version", String.valueOf(version))));
        choice(lap, "lap");
        lap.setItemLabelGenerator(each -> any("lap", each, number -> texts.text("lap", String.valueOf(number))));
        choice(group, "group");
        group.setItemLabelGenerator(each -> any("group", each, by -> texts.text("by", by.label(texts.locale()))));
        choice(horizon, "horizon");
        horizon.setItems(HORIZONS.stream().map(each -> Duration.ofDays(each)).toList());
        horizon.setItemLabelGenerator(each ->
                any("horizon", each, length -> texts.text("days", String.valueOf(length.toDays()))));
        folded.setId("board-fields");
        folded.addClassName("folded-filters");
        folded.add(from, to, source, campaign, content, team, table, model, lap, group, horizon, clear);
        unfold.setId("board-unfold");
        unfold.addClassName("unfold-filters");
        unfold.addThemeVariants(ButtonVariant.LUMO_SMALL);
        unfold.getElement().setAttribute("aria-controls", "board-fields");
        unfold.addClickListener(click -> unfold(!hasClassName("unfolded")));
        unfold(false);
        add(unfold, folded);
    }

    private void unfold(boolean open) {
        setClassName("unfolded", open);
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private Stream<AbstractField<?, ?>> fields() {
        return Stream.of(from, to, source, campaign, content, team, table, model, lap, group, horizon);
    }

    private <T> String any(String name, @Nullable T value, java.util.function.Function<T, String> label) {
        return value == null ? texts.text("any." + name) : label.apply(value);
    }

    private void day(DatePicker field, String name) {
        DayFields.speak(field, texts.locale());
        name(field, name);
        field.setAriaLabel(texts.text("filter." + name));
        field.setPlaceholder(texts.text("filter." + name));
        field.setClearButtonVisible(true);
    }

    private void box(ComboBox<?> field, String name) {
        field.setClearButtonVisible(true);
        field.setPlaceholder(texts.text("any." + name));
        field.setAriaLabel(texts.text("filter." + name));
        name(field, name);
    }

    private void choice(Select<?> field, String name) {
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(texts.text("any." + name));
        field.setPlaceholder(texts.text("any." + name));
        field.setAriaLabel(texts.text("filter." + name));
        name(field, name);
    }

    private static <T extends Component & HasStyle> void name(T field, String name) {
        field.addClassName("filter");
        field.getElement().getThemeList().add("small");
        field.setId("board-" + name);
    }

    /** Shows a state without asking for it again. */
    void show(BoardState state, Choices choices) {
        setting = true;
        shown = state;
        BoardFilter filter = state.filter();
        from.setValue(filter.from());
        to.setValue(filter.to());
        items(source, choices.sources(), filter.source());
        items(campaign, choices.campaigns(), filter.campaign());
        items(content, choices.contents(), filter.content());
        List<Teams.Team> open = teams.stream()
                .filter(each -> choices.teams().contains(each.id()) || each.id().equals(filter.team()))
                .toList();
        team.setItems(open);
        team.setValue(open.stream()
                .filter(each -> each.id().equals(filter.team()))
                .findFirst()
                .orElse(null));
        items(table, choices.tables(), filter.table());
        items(model, choices.models(), filter.model());
        items(lap, choices.laps(), filter.lap());
        items(group, GROUPINGS, filter.group());
        Duration length = filter.horizon();
        horizon.setItems(Stream.concat(HORIZONS.stream().map(each -> Duration.ofDays(each)), Stream.ofNullable(length))
                .distinct()
                .sorted()
                .toList());
        horizon.setValue(length);
        team.setVisible(!open.isEmpty());
        campaign.setVisible(!choices.campaigns().isEmpty() || filter.campaign() != null);
        content.setVisible(!choices.contents().isEmpty() || filter.content() != null);
        long set = fields().filter(each -> !each.isEmpty()).count();
        unfold.setText(set == 0 ? texts.text("filters") : texts.text("filters.set", String.valueOf(set)));
        setting = false;
    }

    /** With the one that was asked for, which may be of a lead that is gone. */
    private static <T> void items(ComboBox<T> field, List<T> items, @Nullable T value) {
        field.setItems(with(items, value));
        field.setValue(value);
    }

    private static <T> void items(Select<T> field, List<T> items, @Nullable T value) {
        field.setItems(with(items, value));
        field.setValue(value);
    }

    private static <T> List<T> with(List<T> items, @Nullable T value) {
        return Stream.concat(items.stream(), Stream.ofNullable(value))
                .distinct()
                .toList();
    }

    private void tell() {
        BoardState now = shown;
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (setting || now == null || (first != null && last != null && first.isAfter(last))) {
            return;
        }
        Teams.Team chosen = team.getValue();
        changed.accept(now.filtered(new BoardFilter(
                first,
                last,
                source.getValue(),
                campaign.getValue(),
                content.getValue(),
                chosen == null ? null : chosen.id(),
                table.getValue(),
                model.getValue(),
                lap.getValue(),
                now.filter().rep(),
                group.getValue(),
                horizon.getValue())));
    }
}
