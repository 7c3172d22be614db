package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import org.leadrelay.assignment.WaitingLead;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.lead.LeadNavigation;

/** List of leads that wait for a rep, in the order in which they will be served, each with the reason. */
final class WaitingPanel extends Div {

    private static final int MOST = 200;
    private static final List<String> PRIORITIES = List.of("high", "normal", "low");

    private final TeamServices desk;
    private final Select<String> reason = new Select<>();
    private final Grid<WaitingLead> grid = new Grid<>();
    private final Div nothing = new Div();
    private Page<WaitingLead> found = new Page<>(List.of(), 0);

    WaitingPanel(TeamServices desk) {
        this.desk = desk;
        reason.addValueChangeListener(event -> filter());

        addClassName("waiting");
        reason.setItems(WaitingLead.REASONS);
        reason.setEmptySelectionAllowed(true);
        reason.setEmptySelectionCaption(getTranslation("waiting.reason.any"));
        reason.setPlaceholder(getTranslation("waiting.reason.any"));
        reason.setItemLabelGenerator(each -> getTranslation("waiting.reason." + (each == null ? "any" : each)));
        reason.setAriaLabel(getTranslation("waiting.reason"));
        reason.getElement().getThemeList().add("small");
        GridLook.paragraphs(grid);
        grid.setAllRowsVisible(true);
        Grid.Column<WaitingLead> turn = grid.addColumn(each -> found.items().indexOf(each) + 1)
                .setHeader(getTranslation("waiting.turn"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::lead)
                .setHeader(getTranslation("waiting.lead"))
                .setFlexGrow(2);
        Grid.Column<WaitingLead> priority = grid.addColumn(each -> getTranslation("lead.priority." + each.priority()))
                .setHeader(getTranslation("leads.column.priority"))
                .setComparator(Comparator.comparing(each -> PRIORITIES.indexOf(each.priority())))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::reason)
                .setHeader(getTranslation("waiting.reason"))
                .setSortable(true)
                .setFlexGrow(3);
        Grid.Column<WaitingLead> since = grid.addComponentColumn(
                        each -> desk.words().times().shown(each.since(), getLocale()))
                .setHeader(getTranslation("waiting.since"))
                .setComparator(Comparator.comparing(WaitingLead::since))
                .setAutoWidth(true)
                .setFlexGrow(0);
        ScreenWidth.follow(this, narrow -> List.of(turn, priority, since).forEach(each -> each.setVisible(!narrow)));
        add(reason, grid, nothing);
        filter();
    }

    private Component lead(WaitingLead each) {
        return LeadNavigation.link(
                each.leadId(), desk.cards().name(each.leadId()).name());
    }

    private String reason(WaitingLead each) {
        String why = getTranslation("waiting.reason." + each.reason());
        return each.skills().isEmpty()
                ? why
                : why + " · " + getTranslation("waiting.needs", desk.words().skills(each.skills(), getLocale()));
    }

    void show() {
        Page<WaitingLead> now = desk.handOffs().waiting(0, MOST);
        if (!now.equals(found)) {
            found = now;
            filter();
        }
    }

    private void filter() {
        String asked = reason.getValue();
        List<WaitingLead> shown = found.items().stream()
                .filter(each -> asked == null || each.reason().equals(asked))
                .toList();
        grid.setItems(shown);
        grid.setVisible(!shown.isEmpty());
        reason.setVisible(found.total() > 0);
        nothing.setVisible(shown.isEmpty());
        nothing.removeAll();
        nothing.add(new EmptyState(getTranslation("waiting.none"), getTranslation("waiting.none.why")));
    }
}
