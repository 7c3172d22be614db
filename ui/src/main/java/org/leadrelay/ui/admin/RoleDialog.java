package org.leadrelay.ui.admin;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles.Role;
import org.leadrelay.ui.component.FormDialog;

/** Form of a role: its name, its words in both languages, and its side. */
final class RoleDialog extends FormDialog {

    private final TextField name = new TextField();
    private final TextField label = new TextField();
    private final TextField labelDe = new TextField();
    private final TextField description = new TextField();
    private final Select<RoleSide> side = new Select<>();

    RoleDialog() {
        super("34em");
        name.setLabel(getTranslation("roles.name"));
        name.setHelperText(getTranslation("roles.name.what"));
        label.setLabel(getTranslation("roles.label"));
        labelDe.setLabel(getTranslation("roles.label.de"));
        description.setLabel(getTranslation("roles.description"));
        List.of(name, label, labelDe).forEach(each -> each.setRequiredIndicatorVisible(true));
        List.of(name, label, labelDe, description).forEach(each -> {
            each.setWidthFull();
            form(each);
        });
        side.setLabel(getTranslation("roles.side"));
        side.setHelperText(getTranslation("roles.side.what"));
        side.setItems(RoleSide.values());
        side.setItemLabelGenerator(each -> getTranslation("roles.side." + each.code()));
        side.setValue(RoleSide.NEITHER);
        side.setWidthFull();
        form(side);
        refusals()
                .field("name", name)
                .field("label", label)
                .field("labelDe", labelDe)
                .field("description", description)
                .field("side", side);
    }

    /** For a new role. */
    void ask(SerializableConsumer<Role> saving) {
        open(getTranslation("roles.add"), saving);
    }

    /** For other words or another side; the name stays, as models and people name it. */
    void ask(Role role, SerializableConsumer<Role> saving) {
        name.setValue(role.name());
        name.setReadOnly(true);
        label.setValue(role.label());
        labelDe.setValue(role.labelDe());
        description.setValue(role.description());
        side.setValue(role.side());
        open(getTranslation("roles.words.of", role.name()), saving);
    }

    private void open(String title, SerializableConsumer<Role> saving) {
        setHeaderTitle(title);
        saves(
                getTranslation("common.save"),
                () -> saving.accept(new Role(
                        name.getValue(),
                        label.getValue(),
                        labelDe.getValue(),
                        description.getValue(),
                        side.getValue())));
        open();
    }
}
