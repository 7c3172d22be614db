package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.FormDialog;

/** Dialog to assign one or several tasks. */
class AssignDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param about what is given on, in words
     * @param give does it; what it refuses is shown beside the field
     */
    AssignDialog(List<Option> candidates, String about, Consumer<String> give) {
        super("26rem");
        setHeaderTitle(getTranslation("assign.title"));
        ComboBox<Option> to = new ComboBox<>(getTranslation("assign.to"));
        to.setItems(candidates);
        to.setItemLabelGenerator(each -> each.label() + " (" + each.value() + ")");
        to.setWidthFull();
        form(new Paragraph(about));
        if (candidates.isEmpty()) {
            form(new Paragraph(getTranslation("assign.nobody")));
        } else {
            form(to);
        }
        refusals().field("assignee", to);
        saves(getTranslation("assign.do"), () -> {
            Option chosen = to.getValue();
            if (chosen == null) {
                throw Invalid.field("assignee", getTranslation("assign.choose"));
            }
            give.accept(chosen.value());
        });
        setSaveEnabled(!candidates.isEmpty());
    }
}
