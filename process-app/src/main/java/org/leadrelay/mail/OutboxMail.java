package org.leadrelay.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as administrators see it: to whom and how it went, and nothing of what it says.
 *
 * @param template {@code notice}, or the name of a text to leads
 * @param login the person it goes to, null when it goes to a lead
 * @param leadId the lead it goes to, null when it goes to a person
 * @param tool the marketing tool that it is handed to, null when the mail server sends it
 * @param state waiting, sent, dropped or failed
 * @param reason why it was not sent: a word of the documentation
 * @param error the kind of the last failure; never the server's words, which may quote an address
 * @param tries how often the server was asked
 * @param nextTry when it is tried next, null unless it waits
 * @param doneBy login of the administrator who dropped it
 */
public record OutboxMail(
        UUID id,
        String template,
        @Nullable String login,
        @Nullable UUID leadId,
        @Nullable String tool,
        String state,
        @Nullable String reason,
        @Nullable String error,
        int tries,
        @Nullable Instant nextTry,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    /** Whether it may be tried again or dropped. */
    public boolean open() {
        return state.equals("waiting") || state.equals("failed");
    }
}
