package org.leadrelay.board.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * Key of a letter's mail: the outbox takes each once.
 *
 * @param slot when it was due
 */
record LetterKey(UUID subscription, Instant slot) {

    static LetterKey of(String text) {
        String[] parts = text.split("/", -1);
        return new LetterKey(UUID.fromString(parts[1]), Instant.parse(parts[2]));
    }

    String text(LetterKind letter) {
        return letter.code() + "/" + subscription + "/" + slot;
    }
}
