package org.leadrelay.board;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leadrelay.charter.AgreedFigure;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Metric;
import org.springframework.stereotype.Component;

/**
 * Target of revenue from leads: what the charter agrees for a month, day by day by the version that was in force, so that any days have
 * one.
 */
@Component
class RevenueTarget {

    /** Nobody agreed on more days than this ahead. */
    private static final int LONGEST = 3660;

    private final Charter charter;

    RevenueTarget(Charter charter) {
        this.charter = charter;
    }

    /** The joint number beside its target, where no lead is left out: the target is agreed for all. */
    List<NumberResult> beside(List<NumberResult> results, BoardStatement statement) {
        if (statement.filter().narrows()) {
            return results;
        }
        Map<String, BigDecimal> targets = of(charter.figures(Metric.REVENUE_TARGET), statement.bounds());
        String usual = charter.current().currency();
        List<NumberResult> all = new ArrayList<>();
        for (NumberResult result : results) {
            String currency = result.group() == null ? usual : result.currency();
            BigDecimal target =
                    currency == null || !result.id().equals(NumberCatalog.JOINT.id()) ? null : targets.get(currency);
            all.add(target == null ? result : result.withContext(new NumberContext(target.doubleValue(), null, null)));
        }
        return all;
    }

    /**
     * By currency: whole months count as agreed, parts of months by their days. Days before the recording have none,
     * nor have those that lie farther ahead than anybody agrees.
     */
    static Map<String, BigDecimal> of(List<AgreedFigure> agreed, BoardStatement.Bounds bounds) {
        Map<String, BigDecimal> targets = new TreeMap<>();
        LocalDate from = bounds.from().isBefore(bounds.recordingBegan()) ? bounds.recordingBegan() : bounds.from();
        LocalDate latest = LocalDate.ofInstant(bounds.asOf(), bounds.zone()).plusDays(LONGEST);
        LocalDate to = bounds.to().isAfter(latest) ? latest : bounds.to();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Instant begins = day.atStartOfDay(bounds.zone()).toInstant();
            AgreedFigure holds = null;
            for (AgreedFigure each : agreed) {
                holds = each.from().isAfter(begins) ? holds : each;
            }
            if (holds != null) {
                BigDecimal ofDay = holds.value().divide(BigDecimal.valueOf(day.lengthOfMonth()), MathContext.DECIMAL64);
                targets.merge(holds.currency(), ofDay, BigDecimal::add);
            }
        }
        targets.replaceAll((currency, sum) -> sum.setScale(2, RoundingMode.HALF_UP));
        return targets;
    }
}
