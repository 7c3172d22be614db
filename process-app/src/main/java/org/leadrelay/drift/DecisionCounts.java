package org.leadrelay.drift;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of the fact sheets of decisions: by table and source, how often the last row decided and which facts were missing. */
@Component
class DecisionCounts {

    /** A table's last row counts in the version in force alone: in another one its number is another row's. */
    private static final String COUNTS = """
        with decided as (
            select d.table_key, d.at, coalesce(d.facts -> 'facts' ->> 'source', '') as source, d.facts -> 'facts' as sheet,
                   case when d.table_version = a.version then a.last_row = any(d.fired) end as by_default,
                   row_number() over (
                       partition by d.table_key, coalesce(d.facts -> 'facts' ->> 'source', '')
                       order by d.at desc, d.lead_id, d.seq desc) as place
            from decision_fact d
            join unnest(:tables::text[], :versions::int[], :lastRows::int[]) as a (id, version, last_row)
                on a.id = d.table_key
            where d.at > :from and d.at <= :now and jsonb_exists(d.facts, 'facts')
        ), placed as (
            select *, place <= :newest and at > :newFrom as is_new from decided
        ), asked as (
            select table_key, source, at, is_new, '' as fact, by_default as is_true from placed where by_default is not null
            union all
            select p.table_key, p.source, p.at, p.is_new, r.fact, p.sheet ->> r.fact is null
            from placed p join unnest(:readers::text[], :facts::text[]) as r (id, fact) on r.id = p.table_key
        )
        select table_key, source, fact,
               count(*) filter (where is_new) as n, count(*) filter (where is_new and is_true) as k,
               count(*) filter (where not is_new) as usual_n, count(*) filter (where not is_new and is_true) as usual_k,
               min(at) filter (where is_new and is_true) as first_at
        from asked group by table_key, source, fact order by source, table_key, fact
        """;

    /** One pass over the decisions since the oldest moment, for all that is asked. */
    private static final String SINCE = """
        with asked as (
            select * from unnest(:tables::text[], :versions::int[], :lastRows::int[], :sources::text[], :facts::text[],
                :froms::text[]::timestamptz[])
                with ordinality as a (table_key, version, last_row, source, fact, began, place)
        ), decided as (
            select d.table_key, d.at, coalesce(d.facts -> 'facts' ->> 'source', '') as source, d.facts -> 'facts' as sheet,
                d.fired, d.table_version
            from decision_fact d
            where d.table_key = any(:tables) and d.at >= (select min(began) from asked) and d.at <= :now
        )
        select a.place, count(d.at) as n, count(d.at) filter (where d.sheet ->> a.fact is null) as missing,
               count(d.at) filter (where d.table_version = a.version) as of_version,
               count(d.at) filter (where d.table_version = a.version and a.last_row = any(d.fired)) as by_default
        from asked a
        left join decided d on d.table_key = a.table_key and d.source = a.source and d.at >= a.began
        group by a.place
        """;

    private static final String HANDED = """
        with asked as (
            select * from unnest(:sources::text[], :froms::text[]::timestamptz[], :untils::text[]::timestamptz[])
                with ordinality as a (source, began, ended, place)
        ), routed as (
            select at, coalesce(facts -> 'facts' ->> 'source', '') as source, outputs ->> 'route' = 'handOff' as handed
            from decision_fact
            where at >= (select min(began) from asked) and at < (select max(ended) from asked)
                and jsonb_exists(outputs, 'route') and table_key = any(:tables)
        )
        select a.place, count(r.at) as n, count(r.at) filter (where r.handed) as k
        from asked a left join routed r on r.source = a.source and r.at >= a.began and r.at < a.ended
        group by a.place
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A table as it decides now.
     *
     * @param lastRow number of its last row, from 1
     * @param facts names of the facts that its columns read
     */
    record Watched(String table, int version, int lastRow, List<String> facts) {}

    /**
     * Two shares to compare.
     *
     * @param fact the fact that is missing; empty where only the last row decided
     * @param firstAt the oldest of the newest decisions of which it is true; null when there is none
     */
    record Compared(
            String table,
            String source,
            String fact,
            Share usual,
            Share newest,
            @Nullable Instant firstAt) {}

    List<Compared> compare(List<Watched> tables) {
        List<String> readers = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        tables.forEach(table -> table.facts().forEach(fact -> {
            readers.add(table.table());
            facts.add(fact);
        }));
        Instant now = clock.instant();
        return jdbc.sql(COUNTS)
                .param("tables", names(tables))
                .param("versions", tables.stream().map(Watched::version).toArray(Integer[]::new))
                .param("lastRows", tables.stream().map(Watched::lastRow).toArray(Integer[]::new))
                .param("readers", readers.toArray(String[]::new))
                .param("facts", facts.toArray(String[]::new))
                .param("newest", DriftRule.NEWEST)
                .param("now", Sql.time(now))
                .param("from", Sql.time(now.minus(DriftRule.USUAL).minus(DriftRule.NEW)))
                .param("newFrom", Sql.time(now.minus(DriftRule.NEW)))
                .query((row, number) -> new Compared(
                        row.getString("table_key"),
                        row.getString("source"),
                        row.getString("fact"),
                        new Share(row.getLong("usual_n"), row.getLong("usual_k")),
                        new Share(row.getLong("n"), row.getLong("k")),
                        Sql.instantOrNull(row, "first_at")))
                .list();
    }

    /**
     * A share to count.
     *
     * @param fact the fact that is missing; empty where only the last row decided
     */
    record FactQuestion(Watched table, String source, String fact, Instant from) {}

    /**
     * Some days of a source.
     *
     * @param until not included
     */
    record Days(String source, Instant from, Instant until) {}

    /** The share of each since its moment. */
    Map<FactQuestion, Share> since(Collection<FactQuestion> asked) {
        List<FactQuestion> order = List.copyOf(asked);
        Map<FactQuestion, Share> shares = new HashMap<>();
        if (order.isEmpty()) {
            return shares;
        }
        jdbc.sql(SINCE)
                .param("tables", texts(order, each -> each.table().table()))
                .param(
                        "versions",
                        order.stream().map(each -> each.table().version()).toArray(Integer[]::new))
                .param(
                        "lastRows",
                        order.stream().map(each -> each.table().lastRow()).toArray(Integer[]::new))
                .param("sources", texts(order, FactQuestion::source))
                .param("facts", texts(order, FactQuestion::fact))
                .param("froms", texts(order, each -> each.from().toString()))
                .param("now", Sql.time(clock.instant()))
                .query(row -> {
                    FactQuestion each = order.get(row.getInt("place") - 1);
                    boolean ofDefault = each.fact().isEmpty();
                    shares.put(
                            each,
                            ofDefault
                                    ? new Share(row.getLong("of_version"), row.getLong("by_default"))
                                    : new Share(row.getLong("n"), row.getLong("missing")));
                });
        return shares;
    }

    /** Decisions about the route of leads of each source in its days, and the hand-offs among them. */
    Map<Days, Share> handed(List<Watched> tables, Collection<Days> asked) {
        List<Days> order = List.copyOf(asked);
        Map<Days, Share> shares = new HashMap<>();
        if (order.isEmpty()) {
            return shares;
        }
        jdbc.sql(HANDED)
                .param("tables", names(tables))
                .param("sources", texts(order, Days::source))
                .param("froms", texts(order, each -> each.from().toString()))
                .param("untils", texts(order, each -> each.until().toString()))
                .query(row -> {
                    shares.put(order.get(row.getInt("place") - 1), new Share(row.getLong("n"), row.getLong("k")));
                });
        return shares;
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static String[] names(List<Watched> tables) {
        return tables.stream().map(Watched::table).toArray(String[]::new);
    }
}
