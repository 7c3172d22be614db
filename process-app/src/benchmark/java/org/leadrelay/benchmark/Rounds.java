package org.leadrelay.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rounds of a benchmark, in which contenders take turns, each round another one first. Before each round all databases are vacuumed: how many dead rows stand
 * among the few of running journeys else depends on when the server last did so, and moves a contender's pace by half.
 */
final class Rounds {

    private final List<Contender> contenders;
    private final int warmUps;
    private final int rounds;
    private final List<List<Map<String, Double>>> figures = new ArrayList<>();

    /**
     * @param warmUps rounds that do not count
     */
    Rounds(List<Contender> contenders, int warmUps, int rounds) {
        this.contenders = contenders;
        this.warmUps = warmUps;
        this.rounds = rounds;
        contenders.forEach(each -> figures.add(new ArrayList<>()));
    }

    /** Figures of one contender's turn by name. */
    @FunctionalInterface
    interface Turn {
        /**
         * @param counts false to warm up
         */
        Map<String, Double> of(Contender contender, boolean counts) throws Exception;
    }

    void run(Turn turn) throws Exception {
        for (int round = -warmUps; round < rounds; round++) {
            vacuum();
            for (int place = 0; place < contenders.size(); place++) {
                int who = Math.floorMod(round + place, contenders.size());
                Map<String, Double> measured = turn.of(contenders.get(who), round >= 0);
                if (round >= 0) {
                    figures.get(who).add(measured);
                }
            }
            if (round >= 0) {
                Report.text(
                        "round %d: %s",
                        round + 1,
                        figures.stream().map(each -> each.get(each.size() - 1)).toList());
            }
        }
    }

    private static void vacuum() throws SQLException {
        for (JdbcClient database : DurableServer.databases()) {
            database.sql("vacuum analyze").update();
        }
    }

    double[] of(String figure, int who) {
        return figures.get(who).stream().mapToDouble(each -> each.get(figure)).toArray();
    }

    double median(String figure, int who) {
        return Report.median(of(figure, who));
    }

    /** Median of the ratios within a round. */
    double ratio(String figure, int one, int other) {
        double[] ratios = new double[rounds];
        double[] ones = of(figure, one);
        double[] others = of(figure, other);
        Arrays.setAll(ratios, round -> ones[round] / others[round]);
        return Report.median(ratios);
    }
}
