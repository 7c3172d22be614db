package org.leadrelay.calendar;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface Calendars extends JpaRepository<CalendarEntity, Integer> {

    /** For calendars that have no time zone yet: whichever node starts first gives it. */
    @Transactional
    @Modifying
    @Query("update CalendarEntity c set c.zone = :zone where c.zone is null")
    void keepZone(String zone);
}
