package org.leadrelay.nurture;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of nurture mail.
 *
 * @param replyTo who reads answers where no rep has the lead; null for the sender's address
 * @param pages by the name of a text, the page that its mail invites to
 * @param hosts to which links of mails may lead, and no other
 * @param keep how long is kept what happened to mails, and how long links of theirs lead anywhere
 * @param linksPerMinute requests to links of mails that are answered to one address in a minute
 */
@ConfigurationProperties("leadrelay.nurture")
record NurtureSettings(
        @Nullable String replyTo,
        @DefaultValue Map<String, URI> pages,
        @DefaultValue List<String> hosts,
        @DefaultValue("P400D") Duration keep,
        @DefaultValue("600") int linksPerMinute,
        @DefaultValue Bounces bounces) {

    /**
     * The mailbox that bounces and complaints come to, over IMAP.
     *
     * @param address the mailbox; null sends bounces to the sender's address, where nothing reads them
     * @param host null reads no mailbox
     */
    record Bounces(
            @Nullable String address,
            @Nullable String host,
            @DefaultValue("993") int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("true") boolean tls,
            @DefaultValue("PT1M") Duration every) {}

    NurtureSettings {
        OwnHosts own = new OwnHosts(hosts);
        pages.forEach((text, page) -> {
            if (!own.has(page)) {
                throw new CannotStart(
                        "leadrelay.nurture.pages." + text + " leads to " + page + ", which is no page of your own.",
                        "Name its host in leadrelay.nurture.hosts, and begin it with https.");
            }
        });
    }

    OwnHosts own() {
        return new OwnHosts(hosts);
    }
}
