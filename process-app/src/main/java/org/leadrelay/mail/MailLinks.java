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

    /** A release of the models, and what is to be decided about it. */
    public String release(int number) {
        return base() + "/redesign/" + number + "?tab=approval";
    }

    /** The text of a nurture mail, where it is written and approved. */
    public String text(String track, String step, String language) {
        return base() + "/texts/" + track + "/" + step + "/" + language;
    }

    /** The decision tables in force, with what drifts. */
    public String tables() {
        return base() + "/process?show=tables";
    }

    /** The outbox, with what failed. */
    public String outbox() {
        return base() + "/admin/outbox";
    }

    /** Where the receiver of a mail says that it was the last one, or asks for less of them. */
    public String unsubscribe(String token) {
        return base() + "/u/" + token;
    }

    /** Where a link of a mail leads through. */
    public String click(String token) {
        return base() + "/c/" + token;
    }

    /**
     * A board with its filter, or the leads of one of its numbers.
     *
     * @param address of the page, without a slash in front
     */
    public String board(String address) {
        return base() + "/" + address;
    }

    /** Where a person sees and ends the letters about boards. */
    public String boardMails(UUID letter) {
        return base() + "/boards/mail?end=" + letter;
    }

    /** Where a person chooses channels. */
    public String choices() {
        return base() + "/notices";
    }

    /** Not cached: the port is known only once the server has started. */
    private String base() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String said = settings.baseUrl();
        String base = said == null || said.isBlank() ? "http://localhost:" + port : said;
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
