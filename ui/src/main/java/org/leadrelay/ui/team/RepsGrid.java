package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Width;

/** Reps with load against capacity, whether they are there, and what can be changed. */
final class RepsGrid extends Div {

    private final Times times;
    private final SerializableConsumer<RepChoice> capacity;
    private final SerializableConsumer<RepChoice> away;
    private final SerializableConsumer<RepChoice> back;
    private final SerializableBiConsumer<RepChoice, Absence> cancel;
    private final TextField text = new TextField();
    private final Select<String> presence = new Select<>();
    private final Grid<RepChoice> grid = new Grid<>();
    private final Div nothing = new Div();
    private List<RepChoice> all = List.of();
    private boolean shown;

    RepsGrid(
            Times times,
            SerializableConsumer<RepChoice> capacity,
            SerializableConsumer<RepChoice> away,
            SerializableConsumer<RepChoice> back,
            SerializableBiConsumer<RepChoice, Absence> cancel) {
        this.times = times;
        this.capacity = capacity;
        this.away = away;
        this.back = back;
        this.cancel = cancel;
        text.addValueChangeListener(event -> filter());
        presence.addValueChangeListener(event -> filter());

        addClassName("reps");
        grid.addClassName("reps-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("team.rep"))
                .setComparator(Comparator.comparing(RepChoice::name))
                .setFlexGrow(2);
        grid.addComponentColumn(this::load)
                .setHeader(getTranslation("team.load"))
                .setComparator(Comparator.comparingDouble(RepsGrid::share))
                .setFlexGrow(2);
        grid.addComponentColumn(this::presence)
                .setHeader(getTranslation("team.presence"))
                .setComparator(Comparator.comparing(RepChoice::absent))
                .setFlexGrow(2);
        Grid.Column<RepChoice> last =
                grid.addComponentColumn(each -> times.shown(each.lastLeadAt(), getLocale()))
                        .setHeader(getTranslation("team.last"))
                        .setComparator(Comparator.comparing(each -> orNever(each.lastLeadAt())))
                        .setAutoWidth(true);
        grid.addComponentColumn(this::actions).setKey("actions").setWidth("4em").setFlexGrow(0);
        Width.follow(this, narrow -> last.setVisible(!narrow));
        add(filters(), grid, nothing);
    }

    private Div filters() {
        text.setPlaceholder(getTranslation("team.search"));
        text.setAriaLabel(getTranslation("team.search"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.getElement().getThemeList().add("small");
        text.addClassName("filters-search");
        presence.setItems("present", "absent", "full");
        presence.setEmptySelectionAllowed(true);
        presence.setEmptySelectionCaption(getTranslation("team.presence.any"));
        presence.setPlaceholder(getTranslation("team.presence.any"));
        presence.setItemLabelGenerator(
                each -> getTranslation("team.presence." + (each == null ? "any" : each)));
        presence.setAriaLabel(getTranslation("team.presence"));
        presence.getElement().getThemeList().add("small");
        presence.addClassName("filter");
        Div filters = new Div(text, presence);
        filters.addClassName("filters");
        return filters;
    }

    void show(List<RepChoice> now) {
        if (!shown || !now.equals(all)) {
            all = now;
            shown = true;
            filter();
        }
    }

    private void filter() {
        String asked = text.getValue().strip().toLowerCase(Locale.ROOT);
        List<RepChoice> found =
                all.stream().filter(each -> matches(each, asked, presence.getValue())).toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.removeAll();
        String why = all.isEmpty() ? "team.none" : "team.none.found";
        nothing.add(new EmptyState(getTranslation(why), getTranslation(why + ".why")));
    }

    private static boolean matches(RepChoice rep, String asked, @Nullable String in) {
        boolean fits =
                in == null
                        || (in.equals("absent") && rep.absent())
                        || (in.equals("present") && !rep.absent())
                        || (in.equals("full") && rep.openLeads() >= rep.capacity());
        return fits
                && (rep.name() + " " + rep.login() + " " + String.join(" ", rep.teams()))
                        .toLowerCase(Locale.ROOT)
                        .contains(asked);
    }

    private Component name(RepChoice rep) {
        Span below = new Span(String.join(", ", rep.teams()));
        below.addClassName("second-line");
        Div cell = new Div(new Span(rep.name()), below);
        cell.addClassName("two-lines");
        return cell;
    }

    private static double share(RepChoice rep) {
        return rep.capacity() == 0 ? 1 : (double) rep.openLeads() / rep.capacity();
    }

    private Component load(RepChoice rep) {
        Span words = new Span(getTranslation("team.load.of", rep.openLeads(), rep.capacity()));
        words.addClassName("figures");
        ProgressBar bar = new ProgressBar(0, 1, Math.min(1, share(rep)));
        bar.getElement().setAttribute("aria-hidden", "true");
        if (share(rep) >= 1) {
            bar.addThemeVariants(ProgressBarVariant.LUMO_ERROR);
            words.setText(words.getText() + " · " + getTranslation("team.full"));
        }
        Div cell = new Div(words, bar);
        cell.addClassName("load");
        return cell;
    }

    private Component presence(RepChoice rep) {
        Div cell = new Div();
        cell.addClassName("presence");
        if (rep.absences().isEmpty()) {
            Span there = new Span(getTranslation("team.presence.present"));
            there.getElement().getThemeList().add("badge success");
            cell.add(there);
        }
        rep.absences().forEach(each -> cell.add(absence(rep, each)));
        return cell;
    }

    private Component absence(RepChoice rep, Absence absence) {
        Instant until = absence.until();
        String from = times.text(absence.from(), getLocale());
        Span words =
                new Span(
                        until == null
                                ? getTranslation("team.absence.open", from)
                                : getTranslation(
                                        "team.absence", from, times.text(until, getLocale())));
        Button drop =
                new Button(VaadinIcon.CLOSE_SMALL.create(), click -> cancel.accept(rep, absence));
        drop.setAriaLabel(getTranslation("team.absence.cancel"));
        drop.setTooltipText(getTranslation("team.absence.cancel"));
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        Div line = new Div(words, drop);
        line.addClassName("absence");
        return line;
    }

    private Component actions(RepChoice rep) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        more.setAriaLabel(getTranslation("team.actions", rep.name()));
        more.getSubMenu()
                .addItem(getTranslation("team.capacity.change"), click -> capacity.accept(rep));
        more.getSubMenu().addItem(getTranslation("team.away"), click -> away.accept(rep));
        if (rep.absent()) {
            more.getSubMenu().addItem(getTranslation("team.back"), click -> back.accept(rep));
        }
        return bar;
    }

    private static Instant orNever(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
