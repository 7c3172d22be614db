package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.ViewTest;

class DayFieldsTest extends ViewTest {

    @Test
    void the_month_that_drops_down_speaks_the_readers_language() {
        DatePicker day = new DatePicker();
        DayFields.speak(day, Locale.GERMAN);

        assertThat(day.getI18n().getMonthNames()).startsWith("Januar").endsWith("Dezember");
        assertThat(day.getI18n().getWeekdays()).startsWith("Sonntag", "Montag");
        assertThat(day.getI18n().getWeekdaysShort()).startsWith("So", "Mo");
        assertThat(day.getI18n().getToday()).isEqualTo("Heute");
        assertThat(day.getI18n().getCancel()).isEqualTo("Abbrechen");
    }

    @Test
    void with_a_time_it_opens_at_its_button_only() {
        DateTimePicker moment = new DateTimePicker();
        DayFields.speak(moment, Locale.ENGLISH);

        assertThat(moment.isAutoOpen()).isFalse();
        assertThat(moment.getDatePickerI18n().getToday()).isEqualTo("Today");
        assertThat(moment.getDatePickerI18n().getFirstDayOfWeek()).isEqualTo(1);
    }
}
