package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.access.PermissionChanges.Change;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.RolePermissions.RoleRights;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.RoleWords;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** Which role allows what, who has it, and who changed that. */
@Route(AdminNavigation.ROLES)
@Allowed({Permission.ADMINISTER_ROLES, Permission.READ_PERMISSIONS})
class RolesView extends VerticalLayout implements HasDynamicTitle {

    private final RolePermissions permissions;
    private final People people;
    private final Times times;
    private final boolean mayChange;
    private final Div table = new Div();
    private final OrderedList changes = new OrderedList();
    private RoleWords words = new RoleWords(List.of(), getLocale());

    RolesView(RolePermissions permissions, People people, Times times, CurrentPerson person) {
        this.permissions = permissions;
        this.people = people;
        this.times = times;
        mayChange = person.get().may(Permission.ADMINISTER_ROLES);
        addClassNames("roles-view", "scrolled");
        changes.addClassName("mandate-changes");
        Paragraph what = new Paragraph(getTranslation("roles.what"));
        what.addClassName("secondary");
        Button add = new Button(getTranslation("roles.add"), VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        add.setVisible(mayChange);
        add(
                new AdminHead("roles", person.get(), add),
                what,
                table,
                new Section(new H2(getTranslation("roles.changes")), changes));
        show();
    }

    private void show() {
        List<RoleRights> roles = permissions.all();
        words = new RoleWords(roles.stream().map(RoleRights::role).toList(), getLocale());
        table.removeAll();
        table.add(new RolesTable(
                roles, each -> words.label(each.role().name()), people::displayName, mayChange ? this::change : null));
        changes.removeAll();
        List<Change> made = permissions.changes();
        made.forEach(each -> changes.add(new ListItem(words(each))));
        if (made.isEmpty()) {
            changes.add(new ListItem(getTranslation("roles.changes.none")));
        }
    }

    private void add() {
        new RoleDialog().ask(role -> {
            permissions.save(role);
            show();
            Toasts.done(getTranslation("roles.added", role.name()));
        });
    }

    private void change(RoleRights rights) {
        String name = rights.role().name();
        String label = words.label(name);
        PermissionsDialog dialog = new PermissionsDialog(rights, label);
        dialog.removal(permissions.inTheWay(name).orElse(null), () -> remove(dialog, name, label));
        dialog.words(() -> new RoleDialog().ask(rights.role(), role -> {
            permissions.save(role);
            show();
        }));
        dialog.ask((asked, done) -> agreed(
                rights,
                asked,
                agreed -> confirm(rights, asked, () -> {
                    permissions.change(name, asked, rights.edition(), agreed);
                    done.run();
                    show();
                    Toasts.done(getTranslation("roles.changed", label));
                })));
    }

    /** Whatever rests on an agreement is given only with its words and its day. */
    private void agreed(RoleRights rights, Set<String> asked, SerializableConsumer<@Nullable Agreed> then) {
        Arrays.stream(Permission.values())
                .filter(each -> each.needsAgreement()
                        && asked.contains(each.code())
                        && !rights.permissions().contains(each))
                .findFirst()
                .ifPresentOrElse(
                        each -> new AgreementDialog(each.label(getLocale())).ask(then::accept),
                        () -> then.accept(null));
    }

    private void confirm(RoleRights rights, Set<String> asked, Runnable change) {
        List<String> before =
                rights.permissions().stream().map(Permission::code).toList();
        List<String> given =
                asked.stream().filter(each -> !before.contains(each)).toList();
        List<String> taken =
                before.stream().filter(each -> !asked.contains(each)).toList();
        String label = words.label(rights.role().name());
        ConfirmDialogs.before(
                getTranslation("roles.ask", label),
                getTranslation("roles.consequence", rights.people().size(), said(given), said(taken)),
                getTranslation("roles.deed"),
                change);
    }

    private void remove(PermissionsDialog dialog, String name, String label) {
        ConfirmDialogs.before(
                getTranslation("roles.remove.ask", label),
                getTranslation("roles.remove.consequence"),
                getTranslation("roles.remove"),
                () -> {
                    permissions.remove(name);
                    dialog.close();
                    show();
                    Toasts.done(getTranslation("roles.removed", label));
                });
    }

    private String words(Change change) {
        String role = words.label(change.role());
        String when = times.text(change.at(), getLocale());
        String who = people.displayName(change.person());
        return switch (change.what()) {
            case ADDED -> getTranslation("roles.change.added", when, who, role, said(change.after()));
            case REMOVED -> getTranslation("roles.change.removed", when, who, role);
            case CHANGED ->
                getTranslation("roles.change.changed", when, who, role, said(change.given()), said(change.taken()));
        };
    }

    private String said(Collection<String> codes) {
        if (codes.isEmpty()) {
            return getTranslation("roles.nothing");
        }
        return codes.stream()
                .map(code -> Arrays.stream(Permission.values())
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .map(each -> each.label(getLocale()))
                        .orElse(code))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.roles");
    }
}
