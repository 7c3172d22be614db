package org.leadrelay.board;

import java.time.LocalDate;

/**
 * Standardised rate: what a rate would be, had as many leads come from each source as in the period before. Where it differs from the
 * rate, sources changed; where it differs from the rate before, what is made of them did.
 *
 * @param from first day of the period before
 * @param to its last day
 * @param earlierN rows of the numerator then
 * @param earlierD rows of the denominator then
 * @param earlier the rate then
 * @param value the rate of now at the mix of then
 * @param low end of the 95% interval of that
 * @param high the other end
 */
public record StandardisedRate(
        LocalDate from,
        LocalDate to,
        long earlierN,
        long earlierD,
        double earlier,
        double value,
        double low,
        double high) {}
