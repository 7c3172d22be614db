package org.leadrelay.calendar;

import java.time.Instant;

/**
 * One version of a calendar, which never changes.
 *
 * @param id the calendar's, by which charters, teams and reps name it
 * @param version unique among the versions of all calendars
 * @param madeBy login; {@code system} for what the product brought along
 */
public record CalendarVersion(String id, int version, CalendarContent content, String madeBy, Instant madeAt) {}
