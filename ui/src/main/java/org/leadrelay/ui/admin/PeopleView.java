package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.LoginBlocks;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.access.PersonSessions;
import org.leadrelay.access.Roles;
import org.leadrelay.access.Teams;
import org.leadrelay.platform.SearchText;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.RoleWords;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.SearchField;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of the people who may log in, with roles and teams. */
@Route(AdminNavigation.PEOPLE)
@Allowed(Permission.ADMINISTER_PEOPLE)
class PeopleView extends VerticalLayout implements HasDynamicTitle {

    private final People people;
    private final Teams teams;
    private final PersonSessions sessions;
    private final RoleWords roles;
    private final SearchField text = new SearchField(getTranslation("people.search"));
    private final Select<String> role = new Select<>();
    private final Select<String> state = new Select<>();
    private final Grid<Person> grid = new Grid<>();
    private final Div nothing = new Div();
    private List<Teams.Team> allTeams = List.of();

    PeopleView(
            People people,
            Teams teams,
            Roles roles,
            PersonSessions sessions,
            LoginBlocks blocks,
            Times times,
            CurrentPerson person) {
        this.people = people;
        this.teams = teams;
        this.sessions = sessions;
        this.roles = new RoleWords(roles.all(), getLocale());
        text.addValueChangeListener(event -> show());
        role.addValueChangeListener(event -> show());
        state.addValueChangeListener(event -> show());
        grid.addItemDoubleClickListener(click -> change(click.getItem()));

        addClassName("people-view");
        setSizeFull();
        Button add = new Button(getTranslation("people.add"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        add.addClickListener(click -> new PersonDialog(this.roles).forNew((login, change, password) -> {
            people.create(login, change, password);
            show();
            Toasts.done(getTranslation("people.added", login));
        }));
        Button blocked = new Button(getTranslation("blocks.open"), click -> new BlocksDialog(blocks, times).open());
        blocked.addThemeVariants(ButtonVariant.LUMO_SMALL);
        blocked.setVisible(person.get().may(Permission.LIFT_LOGIN_BLOCKS));
        nothing.addClassName("fill");
        add(new AdminHead("people", person.get(), blocked, add), filters(), columns(), nothing);
        setFlexGrow(1, grid);
        show();
    }

    private Div filters() {
        text.addClassName("filters-search");
        role.setItems(roles.names());
        role.setItemLabelGenerator(each -> each == null ? getTranslation("people.role.any") : roles.label(each));
        role.setEmptySelectionCaption(getTranslation("people.role.any"));
        role.setPlaceholder(getTranslation("people.role.any"));
        role.setAriaLabel(getTranslation("people.roles"));
        state.setItems("active", "inactive");
        state.setItemLabelGenerator(each -> getTranslation("people.state." + (each == null ? "any" : each)));
        state.setEmptySelectionCaption(getTranslation("people.state.any"));
        state.setPlaceholder(getTranslation("people.state.any"));
        state.setAriaLabel(getTranslation("people.state"));
        for (Select<String> each : List.of(role, state)) {
            each.setEmptySelectionAllowed(true);
            each.getElement().getThemeList().add("small");
            each.addClassName("filter");
        }
        Div filters = new Div(text, role, state);
        filters.addClassName("filters");
        return filters;
    }

    private Grid<Person> columns() {
        grid.addClassName("people-grid");
        GridLook.lines(grid);
        grid.setSizeFull();
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("people.name"))
                .setComparator(Comparator.comparing(Person::displayName))
                .setFlexGrow(2);
        Grid.Column<Person> inRoles = grid.addColumn(each -> roles.labels(each.roles()))
                .setHeader(getTranslation("people.roles"))
                .setSortable(true)
                .setFlexGrow(2);
        Grid.Column<Person> inTeams = grid.addColumn(each -> teamsOf(each.login()))
                .setHeader(getTranslation("admin.teams"))
                .setSortable(true)
                .setFlexGrow(1);
        Grid.Column<Person> email = grid.addColumn(Person::email)
                .setHeader(getTranslation("people.email"))
                .setSortable(true)
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("people.state"))
                .setComparator(Comparator.comparing(Person::active))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::actions).setKey("actions").setWidth("4em").setFlexGrow(0);
        ScreenWidth.follow(this, narrow -> List.of(inRoles, inTeams, email).forEach(each -> each.setVisible(!narrow)));
        return grid;
    }

    private Component name(Person person) {
        Span login = new Span(person.login());
        login.addClassName("second-line");
        Div cell = new Div(new Span(person.displayName()), login);
        cell.addClassName("two-lines");
        return cell;
    }

    private String teamsOf(String login) {
        return allTeams.stream()
                .filter(each -> each.members().contains(login))
                .map(Teams.Team::name)
                .collect(Collectors.joining(", "));
    }

    private Span state(Person person) {
        String key = !person.active() ? "inactive" : person.mustChangePassword() ? "password" : "active";
        Span badge = new Span(getTranslation("people.state." + key));
        badge.getElement().getThemeList().add("badge");
        badge.getElement().getThemeList().add(person.active() ? "success" : "contrast");
        return badge;
    }

    private MenuBar actions(Person person) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        more.setAriaLabel(getTranslation("people.actions", person.displayName()));
        more.getSubMenu().addItem(getTranslation("people.change"), click -> change(person));
        more.getSubMenu().addItem(getTranslation("people.reset"), click -> reset(person));
        if (person.active()) {
            more.getSubMenu().addItem(getTranslation("people.end-sessions"), click -> endSessions(person));
            more.getSubMenu().addItem(getTranslation("people.deactivate"), click -> deactivate(person));
        } else {
            more.getSubMenu().addItem(getTranslation("people.activate"), click -> activate(person));
        }
        return bar;
    }

    private void change(Person person) {
        new PersonDialog(roles).forExisting(person, change -> {
            people.update(person.login(), change);
            show();
            Toasts.done(getTranslation("people.changed", person.displayName()));
        });
    }

    private void reset(Person person) {
        new PasswordDialog(person.displayName()).ask(password -> {
            people.resetPassword(person.login(), password);
            show();
            Toasts.done(getTranslation("people.was-reset", person.displayName()));
        });
    }

    private void endSessions(Person person) {
        ConfirmDialogs.before(
                getTranslation("people.end-sessions.ask", person.displayName()),
                getTranslation("people.end-sessions.consequence"),
                getTranslation("people.end-sessions"),
                () -> Toasts.done(getTranslation("sessions.ended", sessions.endAll(person.login()))));
    }

    private void deactivate(Person person) {
        List<Person> successors = people.all().stream()
                .filter(Person::active)
                .filter(each -> !each.login().equals(person.login()))
                .filter(each -> each.roles().stream().anyMatch(person.roles()::contains))
                .toList();
        new DeactivateDialog(person, successors).ask(successor -> {
            people.deactivate(person.login(), successor);
            show();
            Toasts.done(getTranslation("people.deactivated", person.displayName()));
        });
    }

    private void activate(Person person) {
        ConfirmDialogs.before(
                getTranslation("people.activate.ask", person.displayName()),
                getTranslation("people.activate.consequence"),
                getTranslation("people.activate"),
                () -> {
                    people.activate(person.login());
                    show();
                });
    }

    private void show() {
        String asked = text.getValue();
        allTeams = teams.all();
        List<Person> found = people.all().stream()
                .filter(each -> matches(each, asked))
                .filter(each -> role.isEmpty() || each.roles().contains(role.getValue()))
                .filter(each ->
                        state.isEmpty() || each.active() == state.getValue().equals("active"))
                .toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.removeAll();
        nothing.add(new EmptyState(getTranslation("people.none"), getTranslation("people.none.why")));
    }

    private static boolean matches(Person person, String asked) {
        return SearchText.finds(asked, person.login(), person.displayName(), person.email());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.people");
    }
}
