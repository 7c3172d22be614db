package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Teams;
import org.leadrelay.access.Teams.Team;
import org.leadrelay.platform.SearchText;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.SearchField;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of teams and their members. */
@Route(AdminNavigation.TEAMS)
@Allowed(Permission.ADMINISTER_PEOPLE)
class TeamsView extends VerticalLayout implements HasDynamicTitle {

    private final Teams teams;
    private final People people;
    private final SearchField text = new SearchField(getTranslation("teams.search"));
    private final Grid<Team> grid = new Grid<>();
    private final Div nothing = new Div();

    TeamsView(Teams teams, People people, CurrentPerson person) {
        this.teams = teams;
        this.people = people;
        text.addValueChangeListener(event -> show());
        grid.addItemDoubleClickListener(click -> change(click.getItem()));

        addClassName("teams-view");
        setSizeFull();
        Button add = new Button(getTranslation("teams.add"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        add.addClickListener(click -> add());
        text.addClassName("filters-search");
        Div filters = new Div(text);
        filters.addClassName("filters");
        nothing.addClassName("fill");
        add(new AdminHead("teams", person.get(), add), filters, columns(), nothing);
        setFlexGrow(1, grid);
        show();
    }

    private Grid<Team> columns() {
        grid.addClassName("teams-grid");
        grid.addThemeVariants(
                GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addColumn(Team::name)
                .setHeader(getTranslation("teams.name"))
                .setSortable(true)
                .setFlexGrow(1);
        grid.addColumn(this::members)
                .setHeader(getTranslation("teams.members"))
                .setSortable(true)
                .setFlexGrow(3);
        grid.addComponentColumn(this::actions).setKey("actions").setWidth("9em").setFlexGrow(0);
        return grid;
    }

    private String members(Team team) {
        return team.members().stream().map(people::displayName).sorted().collect(Collectors.joining(", "));
    }

    private Component actions(Team team) {
        Button change = new Button(VaadinIcon.PENCIL.create(), click -> change(team));
        change.setAriaLabel(getTranslation("teams.change", team.name()));
        change.setTooltipText(getTranslation("teams.change", team.name()));
        Button dissolve = new Button(VaadinIcon.TRASH.create(), click -> dissolve(team));
        dissolve.setAriaLabel(getTranslation("teams.dissolve.of", team.name()));
        dissolve.setTooltipText(getTranslation("teams.dissolve.of", team.name()));
        dissolve.addThemeVariants(ButtonVariant.LUMO_ERROR);
        for (Button each : List.of(change, dissolve)) {
            each.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        }
        return new Div(change, dissolve);
    }

    private void add() {
        new TeamDialog(people.all()).forNew((name, members) -> {
            teams.create(name, members);
            show();
        });
    }

    private void change(Team team) {
        new TeamDialog(people.all()).forExisting(team, (name, members) -> {
            teams.update(team.id(), name, members);
            show();
        });
    }

    private void dissolve(Team team) {
        ConfirmDialogs.before(
                getTranslation("teams.dissolve.ask", team.name()),
                getTranslation("teams.dissolve.consequence"),
                getTranslation("teams.dissolve"),
                () -> {
                    teams.delete(team.id());
                    show();
                    Toasts.done(getTranslation("teams.dissolved", team.name()));
                });
    }

    private void show() {
        String asked = text.getValue();
        List<Team> all = teams.all();
        List<Team> found = all.stream()
                .filter(each -> SearchText.finds(asked, each.name(), members(each)))
                .toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.removeAll();
        String why = all.isEmpty() ? "teams.none" : "teams.none.found";
        nothing.add(new EmptyState(getTranslation(why), getTranslation(why + ".why")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.teams");
    }
}
