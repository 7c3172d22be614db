package org.leadrelay.ui.admin;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandates.Mandated;
import org.leadrelay.access.Person;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of a mandate: who heads a side and who signs for the head; a side without a head needs a confirmation. */
final class MandateDialog extends FormDialog {

    /** Takes the logins that were chosen. */
    interface Saving extends Serializable {
        void save(@Nullable String holder, Set<String> deputies);
    }

    private final ComboBox<Person> holder = new ComboBox<>();
    private final MultiSelectComboBox<Person> deputies = new MultiSelectComboBox<>();

    MandateDialog(List<Person> people, Mandated now, String title) {
        super("34em");
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
        refusals().field("holder", holder).field("deputies", deputies);
        form(holder, deputies);
    }

    void ask(Saving saving) {
        saves(getTranslation("common.save"), () -> {
            Person head = holder.getValue();
            saving.save(
                    head == null ? null : head.login(),
                    deputies.getValue().stream().map(Person::login).collect(Collectors.toSet()));
        });
        open();
    }

    @Override
    protected void save() {
        if (holder.getValue() == null) {
            ConfirmDialogs.before(
                    getTranslation("mandates.nobody.ask"),
                    getTranslation("mandates.nobody.consequence"),
                    getTranslation("mandates.nobody.deed"),
                    super::save);
        } else {
            super.save();
        }
    }
}
