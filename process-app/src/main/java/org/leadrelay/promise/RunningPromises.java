package org.leadrelay.promise;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.platform.Sql;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Query of the open promises that were made under an earlier version of the charter, soonest due first. */
@Component
class RunningPromises {

    private final PromiseRepository promises;
    private final CharterVersions versions;
    private final BusinessCalendars calendars;
    private final JdbcClient jdbc;
    private final PromiseClock clock;
    private final TransactionTemplate reading;

    RunningPromises(
            PromiseRepository promises,
            CharterVersions versions,
            BusinessCalendars calendars,
            JdbcClient jdbc,
            PromiseClock clock,
            PlatformTransactionManager transactions) {
        this.promises = promises;
        this.versions = versions;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    Recounting recounting(CharterTerms terms) {
        return new Recounting(terms, calendars, versions::calendarOf, clock.now());
    }

    /** All of one moment, without locking them. */
    void each(int before, Consumer<PromiseEntity> action) {
        reading.executeWithoutResult(status -> {
            try (Stream<PromiseEntity> open = promises.open(PromiseColumns.State.OPEN, before)) {
                open.forEach(action);
            }
        });
    }

    List<PromiseEntity> page(int before, int page, int size) {
        return promises.open(PromiseColumns.State.OPEN, before, PageRequest.of(page, size));
    }

    long count(int before) {
        return promises.countOpen(PromiseColumns.State.OPEN, before);
    }

    /** How many promises a version has moved: they are older than what they were counted under. */
    long movedTo(CharterTerms terms) {
        return jdbc.sql("select count(*) from promise where charter_version = ? and opened_at < ?")
                .params(terms.version(), Sql.time(terms.inForceFrom()))
                .query(Long.class)
                .single();
    }
}
