package org.leadrelay.mail;

import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Base URL and links in mail: {@code leadrelay.mail.base-url} as people reach the product, or this machine's own
 * while none is set.
 */
@Component
public class MailLinks {

    private final MailSettings settings;
    private final Environment environment;

    MailLinks(MailSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    public String lead(UUID leadId) {
        return base() + "/lead/" + leadId;
    }

    public String task(String taskId) {
        return base() + "/inbox/" + taskId;
    }

    /** A version of the charter. */
    public String charter(int version) {
        return base() + "/charter/" + version;
    }

    /** Where a person chooses channels. */
    public String choices() {
        return base() + "/notices";
    }

    /** Asked anew: the port is known only once the server has started. */
    private String base() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String said = settings.baseUrl();
        String base = said == null || said.isBlank() ? "http://localhost:" + port : said;
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
