package org.leadrelay.calendar;

/** Port to the calendars that both sides agreed on, so that no side changes them alone. */
public interface AgreedCalendars {

    /** Whether an agreement in force, or one that waits for its day, names this calendar. */
    boolean names(String id);
}
