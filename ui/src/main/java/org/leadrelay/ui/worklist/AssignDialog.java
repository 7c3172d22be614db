package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.leadrelay.charter.Option;
import org.leadrelay.ui.component.FieldErrors;

/** Asks to whom a task, or several, shall go. */
class AssignDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param about what is given on, in words
     * @param give does it; what it refuses is shown beside the field
     */
    AssignDialog(List<Option> candidates, String about, Consumer<String> give) {
        setHeaderTitle(getTranslation("assign.title"));
        setWidth("26rem");
        var to = new ComboBox<Option>(getTranslation("assign.to"));
        to.setItems(candidates);
        to.setItemLabelGenerator(each -> each.label() + " (" + each.value() + ")");
        to.setWidthFull();
        to.setAutofocus(true);
        add(new Paragraph(about));
        if (candidates.isEmpty()) {
            add(new Paragraph(getTranslation("assign.nobody")));
        } else {
            add(to);
        }
        var refusals = new FieldErrors().field("assignee", to);
        Button done = new Button(getTranslation("assign.do"), click -> {
            var chosen = to.getValue();
            if (chosen == null) {
                to.setErrorMessage(getTranslation("assign.choose"));
                to.setInvalid(true);
            } else if (refusals.tried(() -> give.accept(chosen.value()))) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setEnabled(!candidates.isEmpty());
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), done);
    }
}
