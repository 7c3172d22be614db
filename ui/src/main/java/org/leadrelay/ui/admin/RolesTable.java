package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.access.RolePermissions.RoleRights;

/** Matrix of permissions and roles; a role's heading says who has it and leads to its change. */
final class RolesTable extends Div {

    private final NativeTable table = new NativeTable();
    private final Function<String, String> names;

    /**
     * @param names what people are called, by login
     * @param change takes a role that shall be changed; null where nothing may be changed
     */
    RolesTable(
            List<RoleRights> roles,
            Function<RoleRights, String> labels,
            Function<String, String> names,
            @Nullable SerializableConsumer<RoleRights> change) {
        this.names = names;
        addClassName("roles-table");
        // a region that scrolls is reached with the keyboard, too
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("roles.table"));
        NativeTableRow head = new NativeTableRow();
        head.add(heading("col", new Span(getTranslation("roles.permission"))));
        roles.forEach(each -> head.add(heading("col", role(each, labels.apply(each), change))));
        table.getHead().add(head);
        NativeTableRow people = new NativeTableRow();
        people.add(heading("row", new Span(getTranslation("roles.people"))));
        roles.forEach(each -> people.add(new NativeTableCell(people(each))));
        table.getBody().add(people);
        NativeTableRow sides = new NativeTableRow();
        sides.add(heading("row", new Span(getTranslation("roles.side"))));
        roles.forEach(each -> sides.add(new NativeTableCell(
                new Span(getTranslation("roles.side." + each.role().side().code())))));
        table.getBody().add(sides);
        for (Permission.Area area : Permission.Area.values()) {
            area(area, roles);
        }
        add(table);
    }

    private void area(Permission.Area area, List<RoleRights> roles) {
        NativeTableRow row = new NativeTableRow();
        NativeTableHeaderCell title = heading("colgroup", new Span(area.label(getLocale())));
        title.addClassName("roles-area");
        title.getElement().setAttribute("colspan", String.valueOf(roles.size() + 1));
        row.add(title);
        table.getBody().add(row);
        Arrays.stream(Permission.values())
                .filter(each -> each.area() == area)
                .forEach(each -> table.getBody().add(permission(each, roles)));
    }

    private NativeTableRow permission(Permission permission, List<RoleRights> roles) {
        NativeTableRow row = new NativeTableRow();
        row.add(heading("row", new Span(permission.label(getLocale()))));
        roles.forEach(
                each -> row.add(new NativeTableCell(mark(each.permissions().contains(permission)))));
        return row;
    }

    private Component mark(boolean allowed) {
        if (!allowed) {
            Span no = new Span("–");
            no.getElement().setAttribute("role", "img");
            no.getElement().setAttribute("aria-label", getTranslation("roles.no"));
            no.addClassName("secondary");
            return no;
        }
        Icon yes = VaadinIcon.CHECK.create();
        yes.getElement().setAttribute("role", "img");
        yes.getElement().setAttribute("aria-label", getTranslation("roles.yes"));
        return yes;
    }

    private Component role(RoleRights role, String label, @Nullable SerializableConsumer<RoleRights> change) {
        if (change == null) {
            return new Span(label);
        }
        Button button = new Button(label, VaadinIcon.PENCIL.create(), click -> change.accept(role));
        button.setIconAfterText(true);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("roles.change", label));
        button.setTooltipText(getTranslation("roles.change", label));
        return button;
    }

    private Component people(RoleRights role) {
        Div people = new Div();
        people.addClassName("roles-people");
        role.people().forEach(each -> people.add(new Div(new Span(names.apply(each)))));
        if (role.people().isEmpty()) {
            Span nobody = new Span(getTranslation("roles.nobody"));
            nobody.addClassName("secondary");
            people.add(nobody);
        }
        return people;
    }

    private static NativeTableHeaderCell heading(String scope, Component content) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
