package org.leadrelay.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longest after which a session ends, however busy; how long it may be idle is {@code
 *     server.servlet.session.timeout}
 * @param anonymous how long the session of somebody who has not logged in is kept
 */
@ConfigurationProperties("leadrelay.session")
record SessionSettings(
        @DefaultValue("PT12H") Duration longest,
        @DefaultValue("PT10M") Duration anonymous) {}
