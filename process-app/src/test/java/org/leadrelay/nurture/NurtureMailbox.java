package org.leadrelay.nurture;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.testing.LeadRows;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receiver of nurture mails: what really arrives over SMTP, and the tokens in it. */
final class NurtureMailbox implements AutoCloseable {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("<https?://[^/]+/u/([a-z2-7]{26})>");
    private static final Pattern CLICK = Pattern.compile("href=\"https?://[^/]+/c/([a-z2-7]{26})\"");

    private final BeanFactory beans;
    private final Touches touches;
    private final MailServer server = MailServer.started();
    private final LeadRows leads;
    private final JdbcClient jdbc;

    NurtureMailbox(BeanFactory beans) {
        this.beans = beans;
        this.touches = beans.getBean(Touches.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.leads = new LeadRows(jdbc);
        jdbc.sql("delete from mail_outbox").update();
    }

    /** A new lead with an address of its own that consented to mail. */
    UUID lead() {
        return lead(address());
    }

    /** One with this address, whose consent is older than anything that the test's clock shows. */
    UUID lead(String address) {
        UUID lead = leads.reachable(address, "US");
        jdbc.sql("update lead_consent set at = timestamptz '2025-01-02', recorded_at = timestamptz '2025-01-02'"
                        + " where lead_id = ?")
                .param(lead)
                .update();
        return lead;
    }

    static String address() {
        return "lead-" + UUID.randomUUID() + "@navy.example";
    }

    /** The mail of a touch, as it arrived. */
    Received touched(UUID lead, String template) {
        return touched(lead, "awareness", template);
    }

    Received touched(UUID lead, String track, String template) {
        int before = server.mails().size();
        touches.send(lead, track, "mail", template);
        MailPost.send(beans, server);
        List<MimeMessage> mails = server.mails();
        if (mails.size() != before + 1) {
            throw new AssertionError("the touch " + template + " sent " + (mails.size() - before) + " mails");
        }
        return new Received(mails.get(before));
    }

    /** Sends what waits in the outbox. */
    void delivers() {
        MailPost.send(beans, server);
    }

    /** A mail that arrived. */
    record Received(MimeMessage mail) {

        String header(String name) {
            try {
                String[] values = mail.getHeader(name);
                return values == null ? "" : String.join("|", values);
            } catch (jakarta.mail.MessagingException e) {
                throw new AssertionError(e);
            }
        }

        String unsubscribe() {
            return first(UNSUBSCRIBE, header("List-Unsubscribe"), 0);
        }

        String bounce() {
            return MailToken.inAddress(header("Return-Path").replace(">", ""))
                    .orElseThrow()
                    .text();
        }

        /** The token of its first link, or of the one that nobody sees. */
        String link(int which) {
            return first(CLICK, part("text/html"), which);
        }

        String part(String type) {
            try {
                return MailServer.part(mail, type);
            } catch (jakarta.mail.MessagingException | java.io.IOException e) {
                throw new AssertionError(e);
            }
        }

        private static String first(Pattern pattern, String text, int which) {
            Matcher found = pattern.matcher(text);
            for (int i = 0; i <= which; i++) {
                if (!found.find()) {
                    throw new AssertionError("no " + pattern + " number " + which + " in " + text);
                }
            }
            return found.group(1);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
