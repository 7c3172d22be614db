package org.leadrelay.board.letter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lap that was handed over, and where it stands now.
 *
 * @param state exactly one, as the board of what became of it names it
 * @param silent when ten working days without a person's word were over; null while they are not
 */
record HandedLap(
        UUID lead,
        int journey,
        int lap,
        Instant handed,
        String state,
        @Nullable String reason,
        @Nullable String learned,
        @Nullable Instant silent) {}
