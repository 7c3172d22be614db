package org.leadrelay.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Reps;
import org.leadrelay.ui.component.Refusals;

/** Asks how many open leads a rep carries at most. */
final class CapacityDialog extends Dialog {

    private final IntegerField capacity = new IntegerField();
    private final Refusals refusals = new Refusals().field("capacity", capacity);

    CapacityDialog(RepChoice rep) {
        setHeaderTitle(getTranslation("team.capacity.of", rep.name()));
        capacity.setLabel(getTranslation("team.capacity"));
        capacity.setHelperText(getTranslation("team.capacity.what", rep.openLeads()));
        capacity.setMin(0);
        capacity.setMax(Reps.MOST);
        capacity.setStepButtonsVisible(true);
        capacity.setManualValidation(true);
        capacity.setValue(rep.capacity());
        capacity.setWidthFull();
        add(capacity);
        setWidth("min(28em, 100vw)");
    }

    void ask(SerializableConsumer<Integer> given) {
        Button set =
                new Button(
                        getTranslation("common.save"),
                        click -> {
                            Integer asked = capacity.getValue();
                            if (refusals.tried(() -> given.accept(asked == null ? -1 : asked))) {
                                close();
                            }
                        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), set);
        open();
        capacity.focus();
    }
}
