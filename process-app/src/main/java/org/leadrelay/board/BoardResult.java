package org.leadrelay.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Board as computed at one moment.
 *
 * @param asOf by the product's clock
 * @param logUpTo when the newest line of the journey log that is counted was recorded; null while nothing is
 * @param complete false while all rows are made anew, in other hours or by other settings: the numbers are of both
 * @param unreadable how many leads are in no number because a line of their log cannot be read
 * @param from first day that was asked for
 * @param to last day, included
 * @param recordingBegan outcomes before this day are unknown: leads that came in before it are in no number
 * @param numbers first the joint one, then in the order of the definitions, the groups of each by their size
 */
public record BoardResult(
        String board,
        Instant asOf,
        @Nullable Instant logUpTo,
        boolean complete,
        long unreadable,
        LocalDate from,
        LocalDate to,
        LocalDate recordingBegan,
        Duration horizon,
        List<NumberResult> numbers) {

    public BoardResult {
        numbers = List.copyOf(numbers);
    }
}
