package org.leadrelay.cost;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Costs of some months in one currency, and which of them nobody entered. Pure arithmetic. */
public final class KnownCosts {

    private final Map<String, Map<YearMonth, BigDecimal>> known = new HashMap<>();

    /** A source and a month without costs: it cannot be told what was spent. */
    public record Lacking(String source, YearMonth month) {}

    /**
     * @param entries the newest of each source and month
     * @param currency what was entered in another is not known in this one: nothing is converted
     */
    public KnownCosts(List<CostEntry> entries, String currency) {
        for (CostEntry each : entries) {
            BigDecimal amount = each.amount();
            if (amount != null && each.currency().equals(currency)) {
                known.computeIfAbsent(each.source(), source -> new HashMap<>()).put(each.month(), amount);
            }
        }
    }

    /** Of which something is known. */
    public Set<String> sources() {
        return new TreeSet<>(known.keySet());
    }

    /** What is known to have been spent, whatever may be lacking. */
    public BigDecimal spent(Collection<String> sources, Collection<YearMonth> months) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String source : sources) {
            for (YearMonth month : months) {
                sum = sum.add(known.getOrDefault(source, Map.of()).getOrDefault(month, BigDecimal.ZERO));
            }
        }
        return sum;
    }

    /** By month, then by source. */
    public List<Lacking> lacking(Collection<String> sources, Collection<YearMonth> months) {
        List<Lacking> lacking = new ArrayList<>();
        for (YearMonth month : months) {
            for (String source : sources) {
                if (!known.getOrDefault(source, Map.of()).containsKey(month)) {
                    lacking.add(new Lacking(source, month));
                }
            }
        }
        return lacking;
    }
}
