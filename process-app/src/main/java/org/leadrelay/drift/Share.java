package org.leadrelay.drift;

/**
 * Share of decisions of which something is true.
 *
 * @param n decisions
 * @param k those of which it is true
 */
public record Share(long n, long k) {

    /** Between 0 and 1; 0 of nothing. */
    public double value() {
        return n == 0 ? 0 : (double) k / n;
    }

    /**
     * Lower limit of the difference of two proportions (Agresti and Caffo: one success and one failure are added to each, so that
     * a share of all or of none has a spread as well).
     *
     * @param z quantile of the normal distribution
     */
    double surelyAbove(Share other, double z) {
        double mine = (k + 1.0) / (n + 2.0);
        double theirs = (other.k + 1.0) / (other.n + 2.0);
        double spread = Math.sqrt(mine * (1 - mine) / (n + 2.0) + theirs * (1 - theirs) / (other.n + 2.0));
        return mine - theirs - z * spread;
    }
}
