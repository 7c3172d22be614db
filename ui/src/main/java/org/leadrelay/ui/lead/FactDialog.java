package org.leadrelay.ui.lead;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.LearnedOption;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.FactLabels;
import org.leadrelay.ui.component.FormDialog;

/** Dialog that corrects one of a lead's facts; the old value is kept. */
class FactDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param choices the lines among which one chooses; empty where anything may be written
     * @param correct does it; what it refuses is shown beside the field
     */
    FactDialog(
            List<FactView> facts,
            Function<FactView, List<LearnedOption>> choices,
            BiConsumer<FactView, String> correct) {
        super("28rem");
        FactLabels labels = new FactLabels(this);
        setHeaderTitle(getTranslation("facts.edit"));
        ComboBox<FactView> which = new ComboBox<>(getTranslation("facts.edit.which"));
        which.setItems(facts);
        which.setItemLabelGenerator(labels::of);
        which.setAutoOpen(true);
        which.setWidthFull();
        which.setManualValidation(true);
        FactInput value = new FactInput(getTranslation("facts.edit.value"));
        value.setEnabled(false);
        which.addValueChangeListener(event -> {
            FactView fact = event.getValue();
            value.setEnabled(fact != null);
            if (fact == null) {
                value.clear();
            } else {
                value.show(fact, choices.apply(fact));
            }
            if (fact != null && event.isFromClient()) {
                value.focus();
            }
        });
        if (facts.isEmpty()) {
            form(new Paragraph(getTranslation("facts.none")));
        } else {
            form(which, value);
        }
        facts.forEach(each -> refusals().field(each.name(), value));
        refusals().field("fact", which);
        saves(getTranslation("common.save"), () -> {
            FactView fact = which.getValue();
            if (fact == null) {
                throw Invalid.field("fact", getTranslation("facts.edit.choose"));
            }
            correct.accept(fact, value.value());
        });
        setSaveEnabled(!facts.isEmpty());
    }
}
