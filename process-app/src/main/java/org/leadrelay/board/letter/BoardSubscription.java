package org.leadrelay.board.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * Subscription of a person to a recurring letter.
 *
 * @param board the board's id; empty for the Monday letter
 * @param query of the board's page: its filter and grouping
 * @param next when the next one is due
 */
public record BoardSubscription(
        UUID id, String login, LetterKind letter, String board, String query, Rhythm rhythm, Instant next) {}
