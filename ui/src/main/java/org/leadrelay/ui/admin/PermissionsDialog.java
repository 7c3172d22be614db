package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.access.RolePermissions.RoleRights;
import org.leadrelay.ui.component.FormDialog;

/** Asks what a role shall allow, area by area. */
final class PermissionsDialog extends FormDialog {

    /** Takes the codes of what was chosen, and closes the dialog when that was done. */
    interface Saving extends Serializable {
        void save(Set<String> permissions, Runnable done);
    }

    private final List<CheckboxGroup<Permission>> areas;
    private Saving saving = (permissions, done) -> {};

    PermissionsDialog(RoleRights rights, String label) {
        super("44em");
        setHeaderTitle(getTranslation("roles.change", label));
        Paragraph what = new Paragraph(rights.role().description());
        what.addClassName("secondary");
        form(what);
        areas = Stream.of(Permission.Area.values())
                .map(each -> area(each, rights.permissions()))
                .toList();
        areas.forEach(this::form);
    }

    private CheckboxGroup<Permission> area(Permission.Area area, Set<Permission> allowed) {
        CheckboxGroup<Permission> group = new CheckboxGroup<>(area.label(getLocale()));
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        group.setItems(Arrays.stream(Permission.values())
                .filter(each -> each.area() == area)
                .toList());
        group.setItemLabelGenerator(each -> each.label(getLocale()));
        group.setValue(new LinkedHashSet<>(
                allowed.stream().filter(each -> each.area() == area).toList()));
        group.setWidthFull();
        return group;
    }

    /**
     * @param inTheWay why the role cannot be removed; null when it can
     */
    void removal(@Nullable String inTheWay, Runnable remove) {
        Button button = new Button(getTranslation("roles.remove"), click -> remove.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        button.setEnabled(inTheWay == null);
        apart(button);
        if (inTheWay != null) {
            Paragraph why = new Paragraph(getTranslation("roles.remove.not", inTheWay));
            why.addClassName("secondary");
            form(why);
        }
    }

    /** Leads to the role's name and description. */
    void words(Runnable change) {
        apart(new Button(getTranslation("roles.words"), click -> {
            close();
            change.run();
        }));
    }

    void ask(Saving asked) {
        saving = asked;
        saves(getTranslation("common.save"), () -> {});
        open();
    }

    /** Stays open: the change is confirmed first. */
    @Override
    protected void save() {
        Set<String> chosen = new LinkedHashSet<>();
        areas.forEach(
                area -> area.getValue().stream().sorted().map(Permission::code).forEach(chosen::add));
        saving.save(chosen, this::close);
    }
}
