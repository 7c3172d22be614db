package org.leadrelay.ui.charter;

import com.vaadin.flow.component.combobox.ComboBox;
import org.leadrelay.charter.Provisions;

/** Asks in which calendar promises are counted. */
final class CalendarDialog extends PartDialog {

    private final Provisions said;
    private final ComboBox<String> calendar;

    CalendarDialog(Provisions said, Choices choices, String title) {
        super(title, "28em");
        this.said = said;
        calendar = choices.calendar();
        calendar.setLabel(choices.words().part("calendar"));
        calendar.setHelperText(getTranslation("charter.calendar.what"));
        calendar.setValue(said.calendar());
        calendar.setWidthFull();
        refusals().field("calendar", calendar);
        add(calendar);
    }

    void ask(CharterDocument.Editing saving) {
        ask(saving, calendar);
    }

    @Override
    Provisions written(Entries entries) {
        return said.rewriting().calendar(Entries.chosen(calendar)).text();
    }
}
