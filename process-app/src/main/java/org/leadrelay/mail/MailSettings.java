package org.leadrelay.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of mail; the server itself is {@code spring.mail}.
 *
 * @param from the sender's address
 * @param baseUrl how people reach the product, which links begin with; this machine's own address
 *     as long as nobody said
 * @param keep how long mail to people is kept for a server that is not there
 */
@ConfigurationProperties("leadrelay.mail")
record MailSettings(
        @DefaultValue("lead-relay@localhost") String from,
        @Nullable String baseUrl,
        @DefaultValue("P7D") Duration keep) {}
