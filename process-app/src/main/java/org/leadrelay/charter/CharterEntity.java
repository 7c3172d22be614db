package org.leadrelay.charter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Terms.AgreedOption;

/** One version of the charter with its clauses and lists, always read as a whole. */
@Entity
@Table(name = "charter")
@Immutable
class CharterEntity {

    @Id private Integer version;
    @Column private Instant inForceFrom;
    @Column private int tries;
    @Column private int maximumLaps;
    @Column private int contactAttempts;

    @Column
    @Convert(converter = WorkInWords.class)
    private Duration attemptSpacing;

    @Column private int questions;
    @Column private int capacity;
    @Column private String calendar;
    @Column private int calendarVersion;

    @Immutable
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "charter_clause", joinColumns = @JoinColumn(name = "charter_version"))
    private final Set<Clause> clauses = new HashSet<>();

    @Immutable
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "charter_option", joinColumns = @JoinColumn(name = "charter_version"))
    @OrderBy("list, position")
    private final Set<ListedOption> options = new LinkedHashSet<>();

    /** Read on its own: joined to the other lists it would multiply their rows. */
    @Immutable
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_rung", joinColumns = @JoinColumn(name = "charter_version"))
    private final Set<Rung> ladder = new HashSet<>();

    protected CharterEntity() {}

    Terms terms(BusinessCalendars calendars) {
        return new Terms(
                version,
                inForceFrom,
                tries,
                maximumLaps,
                contactAttempts,
                attemptSpacing,
                questions,
                capacity,
                calendar,
                clauses.stream().collect(toMap(Clause::name, Function.identity())),
                options.stream()
                        .collect(
                                groupingBy(
                                        ListedOption::list,
                                        mapping(ListedOption::agreed, toList()))),
                ladder.stream().collect(groupingBy(Rung::clause)),
                calendars.newest(calendar).orElseGet(() -> calendars.version(calendarVersion)));
    }

    @Embeddable
    record ListedOption(String list, int position, String value, String labelEn, String labelDe) {

        AgreedOption agreed() {
            return new AgreedOption(value, labelEn, labelDe);
        }
    }
}
