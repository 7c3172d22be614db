package org.leadrelay.ui.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Localization of date pickers in the reader's language. A week begins on Monday, as in the business calendars. */
public final class DayFields {

    private DayFields() {}

    public static void speak(DatePicker field, Locale locale) {
        field.setLocale(locale);
        field.setI18n(words(locale));
    }

    /**
     * Of those that also ask for a time. They open at their button only: a dialog puts the focus
     * into its first field, and on a phone the month would cover the whole dialog at once.
     */
    public static void speak(DateTimePicker field, Locale locale) {
        field.setLocale(locale);
        field.setDatePickerI18n(words(locale));
        field.setAutoOpen(false);
    }

    private static DatePicker.DatePickerI18n words(Locale locale) {
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(each -> each.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setToday(I18NProvider.translate(locale, "day.today"))
                .setCancel(I18NProvider.translate(locale, "common.cancel"));
    }

    /** From Sunday on, as the field counts them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(7)
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
