package org.leadrelay.nurture;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.leadrelay.platform.BackgroundWorker;
import org.leadrelay.platform.MinimumInterval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reader of the mailbox that bounces and complaints come to, over IMAP, on a thread of its own: a mail server that does not
 * answer holds up nothing else. A mail is read, and stays where it is: what was
 * understood is marked as seen, what was not is flagged too, so that whoever looks into the mailbox finds it. Two
 * nodes may read at once, for a report counts once.
 */
@Component
class BounceMailbox extends BackgroundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_BYTES = 1024 * 1024;

    private final NurtureSettings.Bounces settings;
    private final MailReports reports;
    private final Clock clock;
    private final MinimumInterval interval;

    BounceMailbox(
            NurtureSettings settings,
            MailReports reports,
            Clock clock,
            @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        super("bounces", automatic);
        this.settings = settings.bounces();
        this.reports = reports;
        this.clock = clock;
        this.interval = new MinimumInterval(this.settings.every());
    }

    @Override
    protected void look() {
        try {
            read();
        } catch (RuntimeException failure) {
            LOG.warn("Bounces wait: {}", failure.toString());
        }
    }

    /** Reads what is new there, unless it was read a moment ago, and says how many mails were understood. */
    int read() {
        String host = settings.host();
        if (host == null || host.isBlank() || !interval.begin(clock.instant())) {
            return 0;
        }
        try (Store store = Session.getInstance(properties()).getStore("imap")) {
            store.connect(host, settings.port(), settings.username(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder);
            }
        } catch (MessagingException failure) {
            LOG.warn(
                    "The mailbox for bounces cannot be read, and is tried again: {}",
                    failure.getClass().getSimpleName());
            return 0;
        }
    }

    private int read(Folder folder) throws MessagingException {
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int taken = 0;
        for (int i = 0; i < Math.min(unseen.length, MOST_AT_ONCE) && !stopping(); i++) {
            Message mail = unseen[i];
            boolean understood = understood(mail).flatMap(this::take).isPresent();
            if (!understood) {
                mail.setFlag(Flags.Flag.FLAGGED, true);
            }
            mail.setFlag(Flags.Flag.SEEN, true);
            taken += understood ? 1 : 0;
        }
        return taken;
    }

    /** A failure of the database leaves the mail unseen, for the next time. */
    private Optional<ReportOutcome> take(ReportReader.TokenReport found) {
        return reports.take(found.tokens(), found.report());
    }

    private static Optional<ReportReader.TokenReport> understood(Message mail) {
        try {
            return mail.getSize() > MOST_BYTES ? Optional.empty() : ReportReader.read(mail);
        } catch (MessagingException | IOException | RuntimeException malformed) {
            LOG.warn(
                    "A mail in the mailbox for bounces cannot be read, and is flagged there: {}",
                    malformed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.ssl.enable", String.valueOf(settings.tls()));
        properties.setProperty("mail.imap.peek", "true");
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(
                    "mail.imap." + timeout,
                    String.valueOf(Duration.ofSeconds(10).toMillis()));
        }
        return properties;
    }
}
