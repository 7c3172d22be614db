package org.leadrelay.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Figures of a set of routed leads whose outcome is known: how many are handed over, how much more often those become
 * customers, and how many of all customers are among them; each with a bootstrap interval over leads.
 */
final class RouteFigures {

    static final int DRAWS = 2_000;
    static final long SEED = 20_260_302;
    static final int PARTS = 8;

    private static final double TAIL = 0.025;

    private RouteFigures() {}

    /**
     * @param order by which leads came, such as a running number
     */
    record RoutedLead(String id, long order, boolean converted, String cell, String route) {

        boolean handedOver() {
            return route.equals("handOff");
        }

        boolean handedOverOrQualified() {
            return handedOver() || route.equals("qualify");
        }
    }

    /** A value with its interval of 95%. */
    record Estimate(double value, double low, double high) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
        }
    }

    /** Part of the leads that a predicate picks. */
    static double share(List<RoutedLead> leads, Predicate<RoutedLead> picked) {
        return (double) leads.stream().filter(picked).count() / leads.size();
    }

    /** How much more often those that are picked convert than all. */
    static double lift(List<RoutedLead> leads, Predicate<RoutedLead> picked) {
        long chosen = leads.stream().filter(picked).count();
        long won = leads.stream().filter(picked).filter(RoutedLead::converted).count();
        return chosen == 0 ? 0 : (double) won / chosen / share(leads, RoutedLead::converted);
    }

    /** Part of all that convert that is picked. */
    static double coverage(List<RoutedLead> leads, Predicate<RoutedLead> picked) {
        return share(leads.stream().filter(RoutedLead::converted).toList(), picked);
    }

    /** The share handed over in each eighth, in the order in which they came, divided by the share of all. */
    static double[] eighths(List<RoutedLead> all, List<RoutedLead> counted) {
        long[] orders = all.stream().mapToLong(RoutedLead::order).sorted().toArray();
        double whole = share(counted, RoutedLead::handedOver);
        double[] parts = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            long from = orders[part * orders.length / PARTS];
            long until = part == PARTS - 1 ? Long.MAX_VALUE : orders[(part + 1) * orders.length / PARTS];
            parts[part] = share(
                            counted.stream()
                                    .filter(each -> each.order() >= from && each.order() < until)
                                    .toList(),
                            RoutedLead::handedOver)
                    / whole;
        }
        return parts;
    }

    /** Percentile bootstrap: leads are drawn with replacement, always from the same seed. */
    static Estimate estimate(List<RoutedLead> leads, ToDoubleFunction<List<RoutedLead>> figure) {
        Random chance = new Random(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<RoutedLead> sample = new ArrayList<>(leads.size());
            for (int i = 0; i < leads.size(); i++) {
                sample.add(leads.get(chance.nextInt(leads.size())));
            }
            drawn[draw] = figure.applyAsDouble(sample);
        }
        Arrays.sort(drawn);
        return new Estimate(
                figure.applyAsDouble(leads), drawn[(int) (DRAWS * TAIL)], drawn[(int) (DRAWS * (1 - TAIL)) - 1]);
    }
}
