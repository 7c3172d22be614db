package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandates.Mandated;
import org.leadrelay.access.Person;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FieldErrors;

/** Asks who heads a side and who signs for the head; a side without a head is asked back for. */
final class MandateDialog extends Dialog {

    /** Takes the logins that were chosen. */
    interface Saving extends Serializable {
        void save(@Nullable String holder, Set<String> deputies);
    }

    private final ComboBox<Person> holder = new ComboBox<>();
    private final MultiSelectComboBox<Person> deputies = new MultiSelectComboBox<>();
    private final FieldErrors refusals =
            new FieldErrors().field("holder", holder).field("deputies", deputies);

    MandateDialog(List<Person> people, Mandated now, String title) {
        setHeaderTitle(getTranslation("mandates.change", title));
        List<Person> active = people.stream().filter(Person::active).toList();
        holder.setLabel(getTranslation("mandates.holder"));
        holder.setHelperText(getTranslation("mandates.holder.what"));
        holder.setItems(active);
        holder.setItemLabelGenerator(Person::displayName);
        holder.setClearButtonVisible(true);
        holder.setWidthFull();
        active.stream().filter(each -> each.login().equals(now.holder())).forEach(holder::setValue);
        deputies.setLabel(getTranslation("mandates.deputies"));
        deputies.setHelperText(getTranslation("mandates.deputies.what"));
        deputies.setItems(active);
        deputies.setItemLabelGenerator(Person::displayName);
        deputies.setWidthFull();
        deputies.setValue(active.stream()
                .filter(each -> now.deputies().contains(each.login()))
                .collect(Collectors.toSet()));
        add(holder, deputies);
        setWidth("min(34em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    void ask(Saving saving) {
        Button save = new Button(getTranslation("common.save"), click -> save(saving));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
        holder.focus();
    }

    private void save(Saving saving) {
        if (holder.getValue() == null) {
            ConfirmDialogs.before(
                    getTranslation("mandates.nobody.ask"),
                    getTranslation("mandates.nobody.consequence"),
                    getTranslation("mandates.nobody.deed"),
                    () -> done(saving));
        } else {
            done(saving);
        }
    }

    private void done(Saving saving) {
        Person head = holder.getValue();
        Set<String> chosen = deputies.getValue().stream().map(Person::login).collect(Collectors.toSet());
        if (refusals.tried(() -> saving.save(head == null ? null : head.login(), chosen))) {
            close();
        }
    }
}
