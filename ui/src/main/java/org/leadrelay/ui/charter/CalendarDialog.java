package org.leadrelay.ui.charter;

import com.vaadin.flow.component.combobox.ComboBox;
import org.leadrelay.charter.CharterContent;

/** Dialog of the charter's calendar. */
final class CalendarDialog extends PartDialog {

    private final CharterContent said;
    private final ComboBox<String> calendar;

    CalendarDialog(CharterContent said, CharterChoices choices, String title) {
        super(title, "28em");
        this.said = said;
        calendar = choices.calendar();
        calendar.setLabel(choices.words().part("calendar"));
        calendar.setHelperText(getTranslation("charter.calendar.what"));
        calendar.setValue(said.calendar());
        calendar.setWidthFull();
        refusals().field("calendar", calendar);
        form(calendar);
    }

    @Override
    CharterContent written(FieldParser entries) {
        return said.rewriting().calendar(FieldParser.chosen(calendar)).text();
    }
}
