package org.leadrelay.mail;

import java.util.UUID;

/**
 * Event: an administrator dropped a mail that a marketing tool should have written.
 *
 * @param key names the mail
 * @param step which mail, as the tool calls it
 */
public record ToolMailDropped(String key, UUID leadId, String tool, String step) {}
