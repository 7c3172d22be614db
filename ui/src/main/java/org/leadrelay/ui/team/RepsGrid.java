package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
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
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.Width;

/** Reps with load against capacity, whether they are there, and what can be changed. */
final class RepsGrid extends Div {

    private final RepWords words;
    private final TeamDeeds deeds;
    private final SerializableConsumer<@Nullable RepChoice> choose;
    private final TextField text = new TextField();
    private final Select<String> presence = new Select<>();
    private final Grid<RepChoice> grid = new Grid<>();
    private final Div nothing = new Div();
    private List<RepChoice> all = List.of();
    private Map<String, String> names = Map.of();
    private @Nullable String chosen;
    private final Grid.Column<RepChoice> last;
    private boolean narrow;
    private boolean shown;

    /**
     * @param choose told whose leads are asked for, and null when they are no longer
     * @param dropped told onto whom something was dropped
     */
    RepsGrid(
            RepWords words,
            TeamDeeds deeds,
            SerializableConsumer<@Nullable RepChoice> choose,
            SerializableConsumer<RepChoice> dropped) {
        this.words = words;
        this.deeds = deeds;
        this.choose = choose;
        text.addValueChangeListener(event -> filter());
        presence.addValueChangeListener(event -> filter());
        grid.addDropListener(event -> event.getDropTargetItem().ifPresent(dropped));

        addClassName("reps");
        grid.addClassName("reps-grid");
        grid.addThemeVariants(
                GridVariant.LUMO_NO_BORDER,
                GridVariant.LUMO_ROW_STRIPES,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.setDropMode(GridDropMode.ON_TOP);
        grid.setPartNameGenerator(each -> each.login().equals(chosen) ? "chosen" : null);
        last = columns();
        add(filters(), grid, nothing);
    }

    /** Says which column gives way to the leads of a rep. */
    private Grid.Column<RepChoice> columns() {
        List<Grid.Column<RepChoice>> wide = new ArrayList<>();
        wide.add(
                grid.addComponentColumn(this::name)
                        .setHeader(getTranslation("team.rep"))
                        .setComparator(Comparator.comparing(RepChoice::name))
                        .setWidth("11em")
                        .setFlexGrow(2));
        wide.add(
                grid.addComponentColumn(this::load)
                        .setHeader(getTranslation("team.load"))
                        .setComparator(Comparator.comparingDouble(RepsGrid::share))
                        .setWidth("9em")
                        .setFlexGrow(1));
        Grid.Column<RepChoice> skills =
                grid.addColumn(each -> words.skills(each.skills(), getLocale()))
                        .setHeader(getTranslation("team.skills"))
                        .setSortable(true)
                        .setWidth("8.5em")
                        .setFlexGrow(1);
        wide.add(skills);
        wide.add(
                grid.addComponentColumn(this::presence)
                        .setHeader(getTranslation("team.presence"))
                        .setComparator(Comparator.comparing(RepChoice::absent))
                        .setWidth("11em")
                        .setFlexGrow(3));
        Grid.Column<RepChoice> lastLead =
                grid.addComponentColumn(each -> words.times().shown(each.lastLeadAt(), getLocale()))
                        .setHeader(getTranslation("team.last"))
                        .setComparator(Comparator.comparing(each -> orNever(each.lastLeadAt())))
                        .setAutoWidth(true)
                        .setFlexGrow(0);
        Grid.Column<RepChoice> card =
                grid.addComponentColumn(this::card)
                        .setHeader(getTranslation("team.rep"))
                        .setComparator(Comparator.comparing(RepChoice::name));
        card.setVisible(false);
        grid.addComponentColumn(this::actions).setKey("actions").setWidth("4em").setFlexGrow(0);
        Width.follow(
                this,
                phone -> {
                    narrow = phone;
                    wide.forEach(each -> each.setVisible(!phone));
                    lastLead.setVisible(!phone && chosen == null);
                    card.setVisible(phone);
                });
        return lastLead;
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

    void show(List<RepChoice> now, @Nullable String leadsOf) {
        if (!shown || !now.equals(all) || !Objects.equals(leadsOf, chosen)) {
            all = now;
            chosen = leadsOf;
            last.setVisible(!narrow && chosen == null);
            names = now.stream().collect(Collectors.toMap(RepChoice::login, RepChoice::name));
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
                        || (in.equals("full") && rep.full());
        return fits
                && (rep.name() + " " + rep.login() + " " + String.join(" ", rep.teams()))
                        .toLowerCase(Locale.ROOT)
                        .contains(asked);
    }

    private Component name(RepChoice rep) {
        Div cell = new Div(new Span(rep.name()), second(String.join(", ", rep.teams())));
        cell.add(second(words.hours(rep, getLocale())));
        cell.addClassName("two-lines");
        return cell;
    }

    private static Span second(String text) {
        Span below = new Span(text);
        below.addClassName("second-line");
        below.setVisible(!text.isEmpty());
        return below;
    }

    /** On a phone, everything of a rep below their name. */
    private Component card(RepChoice rep) {
        Div card = new Div(name(rep), load(rep));
        card.add(second(words.skills(rep.skills(), getLocale())), presence(rep));
        card.addClassName("rep-card");
        return card;
    }

    private static double share(RepChoice rep) {
        return rep.capacity() == 0 ? 1 : (double) rep.openLeads() / rep.capacity();
    }

    private Component load(RepChoice rep) {
        String figures = getTranslation("team.load.of", rep.openLeads(), rep.capacity());
        boolean full = rep.full();
        Button open =
                new Button(
                        full ? figures + " · " + getTranslation("team.full") : figures,
                        click -> choose.accept(rep.login().equals(chosen) ? null : rep));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.addClassName("figures");
        open.setAriaLabel(getTranslation("team.leads.open", open.getText(), rep.name()));
        open.getElement().setAttribute("aria-expanded", String.valueOf(rep.login().equals(chosen)));
        ProgressBar bar = new ProgressBar(0, 1, Math.min(1, share(rep)));
        bar.getElement().setAttribute("aria-hidden", "true");
        if (full) {
            bar.addThemeVariants(ProgressBarVariant.LUMO_ERROR);
        }
        Div cell = new Div(open, bar);
        words.period(rep, getLocale())
                .ifPresent(
                        period -> {
                            Span line = second(period);
                            line.addClassName("figures");
                            line.setTitle(
                                    getTranslation(
                                            "team.period.ends",
                                            words.times().text(rep.periodEnds(), getLocale())));
                            cell.add(line);
                        });
        cell.addClassName("load");
        return cell;
    }

    private Component presence(RepChoice rep) {
        Div cell = new Div();
        cell.addClassName("presence");
        Span badge =
                new Span(
                        getTranslation(
                                rep.absent() ? "team.presence.absent" : "team.presence.present"));
        badge.getElement().getThemeList().add(rep.absent() ? "badge contrast" : "badge success");
        cell.add(badge);
        rep.absences().forEach(each -> cell.add(absence(rep, each)));
        return cell;
    }

    private Component absence(RepChoice rep, Absence absence) {
        Button drop =
                new Button(VaadinIcon.CLOSE_SMALL.create(), click -> deeds.cancel(rep, absence));
        drop.setAriaLabel(getTranslation("team.absence.cancel"));
        drop.setTooltipText(getTranslation("team.absence.cancel"));
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        Div line = new Div(new Span(words.absence(absence, names, getLocale())), drop);
        line.addClassName("absence");
        return line;
    }

    private Component actions(RepChoice rep) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        more.setAriaLabel(getTranslation("team.actions", rep.name()));
        SubMenu menu = more.getSubMenu();
        menu.addItem(getTranslation("team.leads.give"), click -> choose.accept(rep));
        menu.addItem(getTranslation("team.limits.change"), click -> deeds.limits(rep));
        menu.addItem(getTranslation("team.skills.change"), click -> deeds.skills(rep));
        menu.addItem(getTranslation("team.away"), click -> deeds.away(rep));
        if (rep.absent()) {
            menu.addItem(getTranslation("team.back"), click -> deeds.back(rep));
        }
        return bar;
    }

    private static Instant orNever(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
