package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Person;
import org.leadrelay.ui.component.FieldErrors;

/** Asks back before somebody's access ends, and who takes over the open tasks. */
final class DeactivateDialog extends Dialog {

    private final ComboBox<Person> successor = new ComboBox<>();
    private final FieldErrors refusals = new FieldErrors().field("successor", successor);

    DeactivateDialog(Person person, List<Person> successors) {
        setHeaderTitle(getTranslation("people.deactivate.ask", person.displayName()));
        add(new Paragraph(getTranslation("people.deactivate.consequence")));
        successor.setLabel(getTranslation("people.successor"));
        successor.setHelperText(getTranslation("people.successor.what"));
        successor.setPlaceholder(getTranslation("people.successor.role"));
        successor.setItems(successors);
        successor.setItemLabelGenerator(Person::displayName);
        successor.setClearButtonVisible(true);
        successor.setWidthFull();
        add(successor);
        setWidth("min(32em, 100vw)");
    }

    /** Calls back with the successor's login; null gives the tasks back to their role. */
    void ask(SerializableConsumer<@Nullable String> decided) {
        Button deactivate = new Button(getTranslation("people.deactivate"), click -> {
            Person to = successor.getValue();
            if (refusals.tried(() -> decided.accept(to == null ? null : to.login()))) {
                close();
            }
        });
        deactivate.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(getTranslation("common.keep"), click -> close()), deactivate);
        open();
    }
}
