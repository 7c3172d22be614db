package org.leadrelay.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sha256;
import org.leadrelay.workingtime.Opening;
import org.leadrelay.workingtime.SpecialDays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table of calendar versions, written once and read whole. SQL, for nothing here has verbs: a version is a
 * value. Local times travel as such, so that no JVM's time zone moves them.
 */
@Component
class CalendarTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OperationLog log;

    CalendarTable(JdbcClient jdbc, JdbcTemplate batches, OperationLog log) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.log = log;
    }

    /** A version's row without its hours. */
    record Head(
            int version,
            String id,
            String name,
            String zone,
            @Nullable String country,
            List<String> regions,
            String madeBy,
            OffsetDateTime madeAt) {}

    private record Line(int position, String name, LocalDate first, LocalDate last) {}

    private record At<K>(K place, Opening opening) {}

    /** For the calendar that has no time zone yet: whichever node starts first gives it. */
    void keepZone(String zone) {
        jdbc.sql("update business_calendar set zone = ? where zone is null")
                .param(zone)
                .update();
    }

    /** Every version there is to the id of its calendar. */
    Map<Integer, String> ids() {
        Map<Integer, String> ids = new LinkedHashMap<>();
        jdbc.sql("select version, calendar_id from business_calendar order by version")
                .query((row, n) -> ids.put(row.getInt(1), row.getString(2)))
                .list();
        return ids;
    }

    /** The numbers of all versions of one calendar, newest first. */
    List<Integer> versions(String id) {
        return jdbc.sql("select version from business_calendar where calendar_id = ? order by version desc")
                .param(id)
                .query(Integer.class)
                .list();
    }

    Optional<Integer> newest(String id) {
        return versions(id).stream().findFirst();
    }

    Optional<CalendarVersion> find(int version) {
        return jdbc.sql("select * from business_calendar where version = ?")
                .param(version)
                .query(CalendarTable::head)
                .optional()
                .map(this::whole);
    }

    /** The new version's number; empty when another version replaced the same one before. */
    Optional<Integer> insert(
            String id, @Nullable Integer replaces, CalendarContent content, String madeBy, OffsetDateTime madeAt) {
        Optional<Integer> version = jdbc.sql("""
            insert into business_calendar (version, calendar_id, replaces, name, zone, country,
                                           regions, made_by, made_at)
            values (nextval('business_calendar_version'), ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (calendar_id, replaces) do nothing returning version
            """)
                .params(
                        id,
                        replaces,
                        content.name(),
                        content.zone().getId(),
                        content.country(),
                        content.regions().toArray(String[]::new),
                        madeBy,
                        madeAt)
                .query(Integer.class)
                .optional();
        version.ifPresent(number -> {
            insertHours(number, content);
            log.add(
                    StreamKind.AGREEMENT,
                    Kind.CALENDAR_CHANGED,
                    id,
                    LineDetails.ofChange("version", replaces, number)
                            .and("contentHash", Sha256.hex(content.toString()))
                            .map());
        });
        return version;
    }

    private void insertHours(int version, CalendarContent content) {
        List<Object[]> openings = new ArrayList<>();
        content.week()
                .forEach((day, ranges) -> ranges.forEach(
                        each -> openings.add(new Object[] {version, day.getValue(), each.opens(), each.closes()})));
        batches.batchUpdate("insert into business_opening values (?, ?, ?, ?)", openings);
        List<Object[]> days = new ArrayList<>();
        List<Object[]> ranges = new ArrayList<>();
        int position = 0;
        for (SpecialDays special : content.special()) {
            days.add(new Object[] {version, ++position, special.name(), special.first(), special.last()});
            for (Opening each : special.openings()) {
                ranges.add(new Object[] {version, position, each.opens(), each.closes()});
            }
        }
        batches.batchUpdate("insert into business_special_days values (?, ?, ?, ?, ?)", days);
        batches.batchUpdate("insert into business_special_opening values (?, ?, ?, ?)", ranges);
    }

    private CalendarVersion whole(Head head) {
        Map<DayOfWeek, List<Opening>> week = openings(
                "select weekday, opens, closes from business_opening" + " where calendar_version = ? order by opens",
                head.version(),
                row -> DayOfWeek.of(row.getInt(1)));
        Map<Integer, List<Opening>> ranges = openings(
                "select position, opens, closes from business_special_opening"
                        + " where calendar_version = ? order by opens",
                head.version(),
                row -> row.getInt(1));
        List<SpecialDays> special = jdbc
                .sql("select position, name, first_day, last_day from business_special_days"
                        + " where calendar_version = ? order by position")
                .param(head.version())
                .query((row, n) -> new Line(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list()
                .stream()
                .map(line -> new SpecialDays(
                        line.name(), line.first(), line.last(), ranges.getOrDefault(line.position(), List.of())))
                .toList();
        return new CalendarVersion(
                head.id(),
                head.version(),
                new CalendarContent(head.name(), ZoneId.of(head.zone()), week, head.country(), head.regions(), special),
                head.madeBy(),
                head.madeAt().toInstant());
    }

    private interface Place<K> {
        K of(ResultSet row) throws SQLException;
    }

    private <K> Map<K, List<Opening>> openings(String sql, int version, Place<K> place) {
        return jdbc
                .sql(sql)
                .param(version)
                .query((row, n) -> new At<>(
                        place.of(row),
                        new Opening(row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class))))
                .list()
                .stream()
                .collect(groupingBy(At::place, mapping(At::opening, toList())));
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getInt("version"),
                row.getString("calendar_id"),
                row.getString("name"),
                row.getString("zone"),
                row.getString("country"),
                List.of((String[]) row.getArray("regions").getArray()),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC));
    }
}
