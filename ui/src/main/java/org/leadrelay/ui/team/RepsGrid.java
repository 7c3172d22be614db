package org.leadrelay.ui.team;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.platform.SearchText;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.SearchField;

/** Grid of reps with load against capacity, presence, and what can be changed. */
final class RepsGrid extends Div {

    /** Names the column of what is late. */
    static final String PRESSING = "pressing";

    private final RepWords words;
    private final RepCells cells;
    private final SearchField text = new SearchField(getTranslation("team.search"));
    private final Select<String> presence = new Select<>();
    private final Grid<RepChoice> grid = new Grid<>();
    private final Div nothing = new Div();
    private List<RepChoice> all = List.of();
    private RepPressure pressure = RepPressure.NONE;
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
            TeamActions actions,
            SerializableConsumer<@Nullable RepChoice> choose,
            SerializableConsumer<RepChoice> dropped) {
        this.words = words;
        cells = new RepCells(this, words, actions, choose);
        text.addValueChangeListener(event -> filter());
        presence.addValueChangeListener(event -> filter());
        grid.addDropListener(event -> event.getDropTargetItem().ifPresent(dropped));

        addClassName("reps");
        grid.addClassName("reps-grid");
        grid.addThemeVariants(
                GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
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
        wide.add(grid.addComponentColumn(cells::name)
                .setHeader(getTranslation("team.rep"))
                .setComparator(Comparator.comparing(RepChoice::name))
                .setWidth("11em")
                .setFlexGrow(2));
        wide.add(grid.addComponentColumn(cells::load)
                .setHeader(getTranslation("team.load"))
                .setComparator(Comparator.comparingDouble(RepCells::share))
                .setWidth("9em")
                .setFlexGrow(1));
        wide.add(grid.addComponentColumn(cells::pressing)
                .setHeader(getTranslation("team.pressing"))
                .setKey(PRESSING)
                .setComparator(Comparator.comparingLong(each -> pressure.overdue(each.login())))
                .setWidth("8.5em")
                .setFlexGrow(1));
        Grid.Column<RepChoice> skills = grid.addColumn(each -> words.skills(each.skills(), getLocale()))
                .setHeader(getTranslation("team.skills"))
                .setSortable(true)
                .setWidth("8.5em")
                .setFlexGrow(1);
        wide.add(skills);
        wide.add(grid.addComponentColumn(cells::presence)
                .setHeader(getTranslation("team.presence"))
                .setComparator(Comparator.comparing(RepChoice::absent))
                .setWidth("11em")
                .setFlexGrow(3));
        Grid.Column<RepChoice> lastLead = grid.addComponentColumn(
                        each -> words.times().shown(each.lastLeadAt(), getLocale()))
                .setHeader(getTranslation("team.last"))
                .setComparator(Comparator.comparing(each -> orNever(each.lastLeadAt())))
                .setAutoWidth(true)
                .setFlexGrow(0);
        Grid.Column<RepChoice> card = grid.addComponentColumn(cells::card)
                .setHeader(getTranslation("team.rep"))
                .setComparator(Comparator.comparing(RepChoice::name));
        card.setVisible(false);
        grid.addComponentColumn(cells::actions)
                .setKey("actions")
                .setWidth("4em")
                .setFlexGrow(0);
        ScreenWidth.follow(this, phone -> {
            narrow = phone;
            wide.forEach(each -> each.setVisible(!phone));
            lastLead.setVisible(!phone && chosen == null);
            card.setVisible(phone);
        });
        return lastLead;
    }

    private Div filters() {
        text.addClassName("filters-search");
        presence.setItems("present", "absent", "full");
        presence.setEmptySelectionAllowed(true);
        presence.setEmptySelectionCaption(getTranslation("team.presence.any"));
        presence.setPlaceholder(getTranslation("team.presence.any"));
        presence.setItemLabelGenerator(each -> getTranslation("team.presence." + (each == null ? "any" : each)));
        presence.setAriaLabel(getTranslation("team.presence"));
        presence.getElement().getThemeList().add("small");
        presence.addClassName("filter");
        Div filters = new Div(text, presence);
        filters.addClassName("filters");
        return filters;
    }

    void show(List<RepChoice> now, RepPressure pressing, @Nullable String leadsOf) {
        if (!shown || !now.equals(all) || !pressing.equals(pressure) || !Objects.equals(leadsOf, chosen)) {
            all = now;
            pressure = pressing;
            chosen = leadsOf;
            last.setVisible(!narrow && chosen == null);
            cells.show(now, pressing, leadsOf);
            shown = true;
            filter();
        }
    }

    private void filter() {
        String asked = text.getValue();
        List<RepChoice> found = all.stream()
                .filter(each -> matches(each, asked, presence.getValue()))
                .toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.removeAll();
        String why = all.isEmpty() ? "team.none" : "team.none.found";
        nothing.add(new EmptyState(getTranslation(why), getTranslation(why + ".why")));
    }

    private static boolean matches(RepChoice rep, String asked, @Nullable String in) {
        boolean fits = in == null
                || (in.equals("absent") && rep.absent())
                || (in.equals("present") && !rep.absent())
                || (in.equals("full") && rep.full());
        return fits && SearchText.finds(asked, rep.name(), rep.login(), String.join(" ", rep.teams()));
    }

    private static Instant orNever(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
