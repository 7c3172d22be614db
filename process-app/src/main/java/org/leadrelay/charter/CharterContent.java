package org.leadrelay.charter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leadrelay.platform.Words;

/**
 * Content of one version of the charter, in a canonical order: two that say the same are equal. What a sender
 * left out is empty, and the check of a draft says so.
 *
 * @param name what people call this version
 * @param idealProfile whom both sides want as a customer, in words
 * @param qualifies the role that says whether a lead is sales-ready
 * @param tables the tables that rate a lead, as they were agreed on
 * @param currency of the amounts among the figures, ISO 4217
 * @param lists agreed lists by name, each in its agreed order
 * @param listLabels what people call each list, by its name
 * @param calendar id of the calendar in which promises are counted
 */
public record CharterContent(
        String name,
        String idealProfile,
        String qualifies,
        List<PinnedTable> tables,
        List<AgreedQuestion> questions,
        String currency,
        List<Figure> figures,
        List<Clause> clauses,
        List<Rung> ladder,
        Map<String, List<AgreedOption>> lists,
        Map<String, Words> listLabels,
        Limits limits,
        String calendar) {

    private static final Comparator<Rung> BY_MOMENT = comparing(Rung::clause, nullsFirst(naturalOrder()))
            .thenComparing(Rung::moment, nullsFirst(naturalOrder()))
            .thenComparing(Rung::after, nullsFirst(naturalOrder()))
            .thenComparing(Rung::whom, nullsFirst(naturalOrder()));

    public CharterContent {
        name = EmptyDefaults.text(name);
        idealProfile = EmptyDefaults.text(idealProfile);
        qualifies = EmptyDefaults.text(qualifies);
        tables = sorted(EmptyDefaults.list(tables), comparing(PinnedTable::decision));
        questions = EmptyDefaults.list(questions);
        currency = EmptyDefaults.text(currency);
        figures = sorted(EmptyDefaults.list(figures), comparing(Figure::metric, nullsFirst(naturalOrder())));
        clauses = sorted(EmptyDefaults.list(clauses), comparing(Clause::name));
        ladder = sorted(EmptyDefaults.list(ladder), BY_MOMENT);
        lists = Collections.unmodifiableMap(new TreeMap<>(EmptyDefaults.map(lists)));
        listLabels = Collections.unmodifiableMap(new TreeMap<>(EmptyDefaults.map(listLabels)));
        limits = limits == null ? Limits.NONE : limits;
        calendar = EmptyDefaults.text(calendar);
    }

    /** Begins another text that says the same until something is written anew. */
    public CharterContentEdit rewriting() {
        return new CharterContentEdit(this);
    }

    private static <T> List<T> sorted(List<T> given, Comparator<? super T> order) {
        ArrayList<T> sorted = new ArrayList<>(given);
        sorted.sort(order);
        return List.copyOf(sorted);
    }

    public Optional<Clause> clause(String clauseName) {
        return clauses.stream().filter(each -> each.name().equals(clauseName)).findFirst();
    }

    /** What this version calls an agreed list; nothing where it calls it nothing. */
    public Words listLabel(String list) {
        return listLabels.getOrDefault(list, Words.NONE);
    }

    public Optional<Figure> figure(Metric metric) {
        return figures.stream().filter(each -> each.metric() == metric).findFirst();
    }

    /** The level from which a lead is mature. */
    int matureFrom() {
        return figure(Metric.MATURE_FROM)
                .map(agreed -> agreed.value().intValue())
                .orElse(Metric.USUALLY_MATURE_FROM);
    }

    /** The same, with the figures that the text before has and this one may leave out. */
    CharterContent keeping(CharterContent before) {
        List<Figure> kept = before.figures().stream()
                .filter(each -> each.metric() != null && each.metric().isOptional())
                .filter(each -> figure(each.metric()).isEmpty())
                .toList();
        if (kept.isEmpty()) {
            return this;
        }
        List<Figure> all = new ArrayList<>(figures);
        all.addAll(kept);
        return rewriting().figures(currency, all).text();
    }

    /**
     * Leads a month that the other figures ask of marketing; empty while one of them is missing.
     */
    public Optional<BigDecimal> derivedVolume() {
        BigDecimal deal = value(Metric.AVERAGE_DEAL);
        BigDecimal close = value(Metric.CLOSE_RATE);
        BigDecimal acceptance = value(Metric.ACCEPTANCE_RATE);
        BigDecimal perLead = deal.multiply(close).multiply(acceptance);
        return perLead.signum() <= 0
                ? Optional.empty()
                : Optional.of(value(Metric.REVENUE_TARGET).divide(perLead, 0, RoundingMode.CEILING));
    }

    BigDecimal value(Metric metric) {
        return figure(metric).map(Figure::value).orElse(BigDecimal.ZERO);
    }
}
