package org.leadrelay.promise.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles;
import org.leadrelay.access.TeamReach;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.TooLarge;
import org.leadrelay.platform.Wording;
import org.leadrelay.promise.report.PromiseSummary.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports on the promises of both sides, limited to what the current person may see. A sales manager asks for
 * single reps and teams only where they manage them.
 *
 * <p>All methods throw {@link Forbidden} for somebody who holds none of these roles, and for a
 * manager who asks for a rep or team of others.
 */
@Service
@Transactional(readOnly = true)
public class PromiseReports {

    private static final Wording WORDING = Wording.of(PromiseReports.class);
    private static final int MOST = 100_000;

    private static final String TABLES = """
         from promise p
        left join lead l on l.id = p.lead_id
        left join promise_time m on m.promise_id = p.id
        """ + "where ";

    private final JdbcClient jdbc;
    private final PromiseAggregates summing;
    private final CurrentPerson current;
    private final Mandates mandates;
    private final TeamReach reach;
    private final Charter charter;
    private final Roles roles;
    private final Clock clock;

    PromiseReports(
            JdbcClient jdbc,
            PromiseAggregates summing,
            CurrentPerson current,
            Mandates mandates,
            TeamReach reach,
            Charter charter,
            Roles roles,
            Clock clock) {
        this.jdbc = jdbc;
        this.summing = summing;
        this.current = current;
        this.mandates = mandates;
        this.reach = reach;
        this.charter = charter;
        this.roles = roles;
        this.clock = clock;
    }

    /** The sums of all; of single people those whom the current person may ask for. */
    public PromiseSummary summary(PromiseFilter asked) {
        PromiseFilter filter = allowed(asked);
        String from = TABLES + filter.where();
        Map<String, Object> parameters = parameters(filter);
        summing.takeMemory(jdbc::sql);
        PromiseSummary whole = summing.summary(
                summing.tallies(sql -> spec(sql, parameters), from),
                summing.response(sql -> spec(sql, parameters), from));
        return own(current.get()) == null ? whole.ofPeople(this::mayAskFor) : whole;
    }

    /**
     * The promises themselves.
     *
     * @param order as {@link PromiseOrder} reads it
     * @throws org.leadrelay.platform.Invalid when they cannot be listed in this order
     */
    public Page<PromiseLine> page(PromiseFilter asked, String order, int offset, int limit) {
        PromiseFilter filter = allowed(asked);
        String from = TABLES + filter.where();
        Map<String, Object> parameters = parameters(filter);
        List<PromiseLine> rows = spec(
                        """
                                select p.id, p.lead_id, coalesce(l.name, l.company, l.email) as lead, l.source, p.clause,
                                    p.role, p.priority, p.holder as rep, p.state, p.opened_at,
                                    p.due_at, p.ended_at, p.late_seconds, p.reason, p.reason_by,
                                    (select w.words from promise_words w where w.promise_id = p.id) as words,
                                    m.late_unassigned as unassigned, m.late_unopened as unopened,
                                    m.late_opened as opened, m.late_waiting as waiting, m.late_down as down,
                                """
                                + PromiseFilter.TOOK
                                + " as took"
                                + from
                                + PromiseOrder.sql(order)
                                + " limit :limit offset :offset",
                        parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> PromiseAggregates.line(row))
                .list();
        return new Page<>(rows, count(from, parameters));
    }

    /**
     * All of them.
     *
     * @param order as {@link PromiseOrder} reads it
     * @throws TooLarge when there are more than 100,000
     */
    public List<PromiseLine> all(PromiseFilter asked, String order) {
        PromiseFilter filter = allowed(asked);
        long total = count(TABLES + filter.where(), parameters(filter));
        if (total > MOST) {
            throw new TooLarge(WORDING.text("tooMany", total, MOST));
        }
        return page(filter, order, 0, MOST).items();
    }

    /** What can be chosen among the promises of these days. */
    public Choices choices(PromiseFilter asked) {
        PromiseFilter days = allowed(PromiseFilter.between(asked.from(), asked.to()));
        Choices all = summing.choices(sql -> spec(sql, parameters(days)), TABLES + days.where());
        boolean ownOnly = own(current.get()) != null;
        return new Choices(
                all.clauses(),
                all.sources(),
                ownOnly
                        ? all.reps()
                        : all.reps().stream().filter(this::mayAskFor).toList(),
                sides(all.sides()));
    }

    /** The sides of these roles, those of the charter first. */
    private List<String> sides(List<String> of) {
        Map<String, String> groups =
                roles.all().stream().collect(Collectors.toMap(Roles.Role::name, Roles.Role::group));
        return of.stream()
                .map(role -> groups.getOrDefault(role, role))
                .distinct()
                .sorted(Comparator.comparing((String side) -> RoleSide.of(side).isEmpty())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** All of them as one sum. */
    public Tally sum(PromiseFilter asked) {
        PromiseFilter filter = allowed(asked);
        return summing.sum(sql -> spec(sql, parameters(filter)), TABLES + filter.where());
    }

    /** How many of them there are, by login of whoever held or holds the step. */
    public Map<String, Long> byHolder(PromiseFilter asked) {
        PromiseFilter filter = allowed(asked);
        Map<String, Long> all = new HashMap<>();
        spec(
                        "select p.holder, count(*) as promises" + TABLES + filter.where()
                                + " and p.holder is not null group by p.holder",
                        parameters(filter))
                .query(row -> {
                    all.put(row.getString("holder"), row.getLong("promises"));
                });
        return all;
    }

    /**
     * Clauses, sources, logins of whoever holds or held a step, and sides.
     *
     * @param sides as {@link PromiseFilter#side}
     */
    public record Choices(List<String> clauses, List<String> sources, List<String> reps, List<String> sides) {}

    /** Today, where the promises are counted. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Whether the current person sees only their own promises. */
    public boolean onlyOwn() {
        return own(current.get()) != null;
    }

    private long count(String from, Map<String, @Nullable Object> parameters) {
        return spec("select count(*)" + from, parameters).query(Long.class).single();
    }

    private PromiseFilter allowed(PromiseFilter filter) {
        String own = own(current.get());
        if (own != null) {
            return filter.heldBy(own);
        }
        if ((filter.rep() != null && !mayAskFor(filter.rep()))
                || (filter.team() != null && !mayAskForTeam(filter.team()))) {
            throw new Forbidden(reach.refusal());
        }
        return filter;
    }

    private boolean mayAskFor(String login) {
        return seesEveryone(current.get()) || reach.manages(login);
    }

    /** Whether the current person may ask for the promises of this team alone. */
    public boolean mayAskForTeam(UUID team) {
        return seesEveryone(current.get()) || reach.managesTeam(team);
    }

    /** The login whose promises are all this person sees; null for whoever sees every one. */
    private @Nullable String own(Actor actor) {
        if (seesEveryone(actor) || actor.may(Permission.READ_TEAM_PROMISES)) {
            return null;
        }
        actor.mustHave(Permission.READ_OWN_PROMISES);
        return actor.login();
    }

    private boolean seesEveryone(Actor actor) {
        return actor.may(Permission.READ_EVERY_PROMISE)
                || !mandates.heldBy(actor.login()).isEmpty();
    }

    private Map<String, @Nullable Object> parameters(PromiseFilter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("zone", zone().getId());
        parameters.put("today", today());
        return parameters;
    }

    private StatementSpec spec(String sql, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(sql).params(parameters);
    }

    private ZoneId zone() {
        return charter.calendar().zone();
    }
}
