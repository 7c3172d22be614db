package org.leadrelay.ui.team;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Reps;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of a rep's capacity, at once and in a period. */
final class LimitsDialog extends FormDialog {

    /** Takes the limits; a period without a limit is null. */
    interface Saving extends Serializable {
        void save(int capacity, @Nullable Integer perPeriod, String period);
    }

    private final IntegerField capacity = new IntegerField();
    private final IntegerField perPeriod = new IntegerField();
    private final Select<String> period = new Select<>();

    LimitsDialog(RepChoice rep) {
        super("28em");
        setHeaderTitle(getTranslation("team.limits.of", rep.name()));
        capacity.setLabel(getTranslation("team.capacity"));
        capacity.setHelperText(getTranslation("team.capacity.what", rep.openLeads()));
        capacity.setValue(rep.capacity());
        perPeriod.setLabel(getTranslation("team.perPeriod"));
        perPeriod.setHelperText(getTranslation("team.perPeriod.what", rep.inPeriod()));
        perPeriod.setValue(rep.perPeriod());
        perPeriod.setClearButtonVisible(true);
        for (IntegerField each : new IntegerField[] {capacity, perPeriod}) {
            each.setMin(0);
            each.setMax(Reps.MOST);
            each.setStepButtonsVisible(true);
            each.setManualValidation(true);
            each.setWidthFull();
        }
        period.setLabel(getTranslation("team.period"));
        period.setItems("day", "week");
        period.setItemLabelGenerator(each -> getTranslation("team.period." + each));
        period.setValue(rep.period());
        period.setWidthFull();
        refusals().field("capacity", capacity).field("perPeriod", perPeriod).field("period", period);
        form(capacity, perPeriod, period);
    }

    void ask(Saving saving) {
        saves(getTranslation("common.save"), () -> {
            Integer open = capacity.getValue();
            saving.save(open == null ? -1 : open, perPeriod.getValue(), period.getValue());
        });
        open();
    }
}
