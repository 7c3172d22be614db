package org.leadrelay.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event: a mail to a lead was sent, dropped or given up, in the transaction that notes it. What a marketing tool sends is
 * noted by whoever hands it over; of such mail it tells only what an administrator dropped.
 *
 * @param key names the mail
 * @param tool the marketing tool that should have written it; null for the mail server
 * @param template name of its text, or which mail, as the tool calls it
 * @param reason why it did not leave; null where it did
 * @param text what it was written from; null where it did not leave
 */
public record LeadMailDone(
        String key,
        UUID leadId,
        @Nullable String tool,
        String template,
        @Nullable String reason,
        @Nullable LetterText text) {}
