package org.leadrelay.cost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.LeadCounts;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Costs of marketing (spend) by source and month, in the charter's currency: read by whoever reads boards, entered by permission. */
@Service
public class Costs {

    /** What was spent on no source alone, and what leads without a source have. */
    public static final String NO_SOURCE = "-";

    /** The source of leads whose own is on no list. */
    private static final String OTHER = "other";

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Wording WORDING = Wording.of(Costs.class);

    private final CostTable table;
    private final FactDefinitions definitions;
    private final LeadCounts leads;
    private final Charter charter;
    private final CurrentPerson current;
    private final Mandates mandates;
    private final OperationLog log;
    private final Clock clock;

    Costs(
            CostTable table,
            FactDefinitions definitions,
            LeadCounts leads,
            Charter charter,
            CurrentPerson current,
            Mandates mandates,
            OperationLog log,
            Clock clock) {
        this.table = table;
        this.definitions = definitions;
        this.leads = leads;
        this.charter = charter;
        this.current = current;
        this.mandates = mandates;
        this.log = log;
        this.clock = clock;
    }

    /** The month that runs, in the zone of the charter's hours. */
    public YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(charter.calendar().zone()));
    }

    /** The month that a text names as {@code 2026-03}; empty where it names none. */
    public static Optional<YearMonth> month(@Nullable String text) {
        try {
            return text == null || !MONTH.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the current person may enter costs. */
    public boolean mayEnter() {
        return current.get().may(Permission.ENTER_COSTS);
    }

    /**
     * @param from first month; null for eleven before the last
     * @param to last month, included; null for the one that runs
     * @throws Invalid when they are in no order, or too many
     */
    @Transactional(readOnly = true)
    public CostSheet sheet(@Nullable YearMonth from, @Nullable YearMonth to) {
        mustRead();
        YearMonth last = to == null ? thisMonth() : to;
        YearMonth first = from == null ? last.minusMonths(11) : from;
        if (first.isAfter(last) || CostCheck.isTooLong(first, last)) {
            throw Invalid.field("from", WORDING.text("months", CostCheck.LONGEST));
        }
        return new CostSheet(
                charter.current().currency(), first, last, List.copyOf(sources()), table.newest(first, last));
    }

    /** How many leads each source brought in a month, by its name in a sheet; none for those that brought none. */
    @Transactional(readOnly = true)
    public Map<String, Long> leads(YearMonth month) {
        mustRead();
        ZoneId zone = charter.calendar().zone();
        Set<String> known = sources();
        Map<String, Long> counts = new HashMap<>();
        leads.bySource(
                        month.atDay(1).atStartOfDay(zone).toInstant(),
                        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                .forEach((source, count) -> {
                    String named = source == null || source.isBlank() ? NO_SOURCE : source;
                    counts.merge(known.contains(named) ? named : OTHER, count, Long::sum);
                });
        return counts;
    }

    /** Everything that was entered, newest first, of one source or month or of all. */
    @Transactional(readOnly = true)
    public Page<CostEntry> changes(@Nullable String source, @Nullable YearMonth month, int offset, int limit) {
        mustRead();
        return new Page<>(table.history(source, month, offset, limit), table.entries(source, month));
    }

    /**
     * Enters costs, all of them or none; what is as it was stays as it is.
     *
     * @return how many were new
     * @throws Invalid with everything that is wrong
     * @throws Conflict when somebody entered another amount since it was read
     */
    @Transactional
    public int enter(@Nullable List<@Nullable CostOrder> orders) {
        Actor actor = current.get();
        actor.mustHave(Permission.ENTER_COSTS);
        String currency = charter.current().currency();
        List<CostCheck.Checked> checked = new CostCheck(sources(), currency, thisMonth()).check(orders);
        table.lock();
        List<YearMonth> months =
                checked.stream().map(CostCheck.Checked::month).sorted().toList();
        Map<String, CostEntry> known = table.last(months.get(0), months.get(months.size() - 1)).stream()
                .collect(Collectors.toMap(each -> key(each.source(), each.month()), Function.identity()));
        List<CostCheck.Checked> changed = new ArrayList<>();
        for (CostCheck.Checked each : checked) {
            CostEntry before = known.get(key(each.source(), each.month()));
            if (isAsBefore(each, before, currency)) {
                continue;
            }
            mustBeSeen(each, before);
            changed.add(each);
        }
        changed.forEach(each -> add(each, known.get(key(each.source(), each.month())), currency, actor.login()));
        return changed.size();
    }

    /** What is known, for whoever reports on it and has asked who reads it. */
    public KnownCosts between(YearMonth from, YearMonth to) {
        return new KnownCosts(table.newest(from, to), charter.current().currency());
    }

    private void add(CostCheck.Checked entry, @Nullable CostEntry before, String currency, String by) {
        table.add(entry.source(), entry.month(), entry.amount(), currency, by, clock.instant());
        BigDecimal amount = entry.amount();
        BigDecimal then = before == null ? null : before.amount();
        log.add(
                StreamKind.INTAKE,
                Kind.COST_ENTERED,
                new CommittedText(key(entry.source(), entry.month())),
                LineDetails.ofChange("amount", then, amount)
                        .and("removed", amount == null ? true : null)
                        .and("currency", currency)
                        .map());
    }

    private static boolean isAsBefore(CostCheck.Checked entry, @Nullable CostEntry before, String currency) {
        BigDecimal then = before == null ? null : before.amount();
        BigDecimal amount = entry.amount();
        boolean same = then == null ? amount == null : amount != null && then.compareTo(amount) == 0;
        return same && (then == null || (before != null && before.currency().equals(currency)));
    }

    private static void mustBeSeen(CostCheck.Checked entry, @Nullable CostEntry before) {
        Long seen = entry.seen();
        long last = before == null ? 0 : before.number();
        if (seen != null && seen != last && before != null) {
            BigDecimal amount = before.amount();
            throw new Conflict(WORDING.text(
                    "meanwhile",
                    entry.source(),
                    entry.month(),
                    amount == null ? "–" : amount.toPlainString() + " " + before.currency()));
        }
    }

    private static String key(String source, YearMonth month) {
        return source + " " + month;
    }

    /** Those that leads can have, and of which costs were entered; what has no source last. */
    private Set<String> sources() {
        Set<String> sources = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        definitions.find("source").map(FactDefinition::values).ifPresent(sources::addAll);
        sources.addAll(table.sources());
        sources.remove(OTHER);
        sources.remove(NO_SOURCE);
        Set<String> ordered = new LinkedHashSet<>(sources);
        ordered.add(OTHER);
        ordered.add(NO_SOURCE);
        return ordered;
    }

    private void mustRead() {
        Actor actor = current.get();
        if (!actor.may(Permission.ENTER_COSTS) && mandates.heldBy(actor.login()).isEmpty()) {
            actor.mustHave(Permission.READ_BOARDS);
        }
    }
}
