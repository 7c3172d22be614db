package org.leadrelay.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of the business hours; {@link BusinessCalendar} counts with them. */
@Entity
@Table(name = "business_calendar")
class CalendarEntity {

    @Id private Integer version;
    @Column private String zone;

    @Immutable
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "business_opening",
            joinColumns = @JoinColumn(name = "calendar_version"))
    private final Set<WeekdayOpening> openings = new HashSet<>();

    protected CalendarEntity() {}

    BusinessCalendar calendar() {
        return new BusinessCalendar(
                version,
                ZoneId.of(zone),
                openings.stream()
                        .collect(
                                groupingBy(
                                        each -> DayOfWeek.of(each.weekday()),
                                        mapping(WeekdayOpening::opening, toList()))));
    }

    /** Local times: the driver gets them as such, so that no JVM's time zone moves them. */
    @Embeddable
    record WeekdayOpening(
            short weekday,
            @JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime opens,
            @JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime closes) {

        Opening opening() {
            return new Opening(opens, closes);
        }
    }
}
