package org.leadrelay.promise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.leadrelay.promise.Terms.AgreedOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads charters. The first charter's calendar gets its time zone from the configuration at the
 * first start.
 */
@Repository
class CharterTables {

    private final JdbcClient jdbc;
    private final ZoneId configuredZone;

    CharterTables(
            JdbcClient jdbc, @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId configuredZone) {
        this.jdbc = jdbc;
        this.configuredZone = configuredZone;
    }

    @PostConstruct
    void keepTheConfiguredZone() {
        jdbc.sql("update business_calendar set zone = ? where zone is null")
                .param(configuredZone.getId())
                .update();
    }

    Terms inForce(Instant at) {
        return jdbc.sql(
                        """
                        select * from charter
                        where in_force_from <= :at order by in_force_from desc, version desc limit 1
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> terms(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no charter is in force at " + at));
    }

    private Terms terms(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new Terms(
                version,
                row.getObject("in_force_from", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getInt("maximum_laps"),
                row.getInt("contact_attempts"),
                Duration.parse(row.getString("attempt_spacing")),
                row.getInt("questions"),
                clauses(version),
                lists(version),
                calendar(row.getInt("calendar_version")));
    }

    private Map<String, Clause> clauses(int version) {
        return jdbc
                .sql("select * from charter_clause where charter_version = ?")
                .param(version)
                .query(
                        (row, number) ->
                                new Clause(
                                        row.getString("clause"),
                                        Duration.parse(row.getString("high")),
                                        Duration.parse(row.getString("normal")),
                                        Duration.parse(row.getString("low")),
                                        row.getObject("reminder_share", Double.class)))
                .list()
                .stream()
                .collect(toMap(Clause::name, clause -> clause));
    }

    private Map<String, List<AgreedOption>> lists(int version) {
        return jdbc
                .sql(
                        "select * from charter_option where charter_version = ? order by list, position")
                .param(version)
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getString("list"),
                                        new AgreedOption(
                                                row.getString("value"),
                                                row.getString("label_en"),
                                                row.getString("label_de"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private BusinessCalendar calendar(int version) {
        var zone =
                jdbc.sql("select zone from business_calendar where version = ?")
                        .param(version)
                        .query(String.class)
                        .single();
        Map<DayOfWeek, List<BusinessCalendar.Opening>> week =
                jdbc
                        .sql("select * from business_opening where calendar_version = ?")
                        .param(version)
                        .query(
                                (row, number) ->
                                        Map.entry(
                                                DayOfWeek.of(row.getInt("weekday")),
                                                new BusinessCalendar.Opening(
                                                        row.getObject("opens", LocalTime.class),
                                                        row.getObject("closes", LocalTime.class))))
                        .list()
                        .stream()
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return new BusinessCalendar(version, ZoneId.of(zone), week);
    }
}
