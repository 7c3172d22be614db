package org.leadrelay.ui.admin;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Person;
import org.leadrelay.ui.component.FormDialog;

/** Confirmation dialog before a person is deactivated; asks who takes over the open tasks. */
final class DeactivateDialog extends FormDialog {

    private final ComboBox<Person> successor = new ComboBox<>();

    DeactivateDialog(Person person, List<Person> successors) {
        super("32em");
        setHeaderTitle(getTranslation("people.deactivate.ask", person.displayName()));
        successor.setLabel(getTranslation("people.successor"));
        successor.setHelperText(getTranslation("people.successor.what"));
        successor.setPlaceholder(getTranslation("people.successor.role"));
        successor.setItems(successors);
        successor.setItemLabelGenerator(Person::displayName);
        successor.setClearButtonVisible(true);
        successor.setWidthFull();
        refusals().field("successor", successor);
        form(new Paragraph(getTranslation("people.deactivate.consequence")), successor);
    }

    /** Calls back with the successor's login; null gives the tasks back to their role. */
    void ask(SerializableConsumer<@Nullable String> decided) {
        dangerous();
        keeping();
        saves(getTranslation("people.deactivate"), () -> {
            Person to = successor.getValue();
            decided.accept(to == null ? null : to.login());
        });
        open();
    }
}
