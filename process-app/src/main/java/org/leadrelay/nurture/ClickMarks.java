package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Detection of machines that follow the links of a mail: scanners of mail gateways, previews, crawlers. */
@Component
class ClickMarks {

    /** Gateways look at a mail before they hand it over. */
    private static final Duration JUST_LEFT = Duration.ofSeconds(60);

    private static final Duration RIGHT_AFTER = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final MailTokenTable tokens;
    private final MailEventTable events;
    private final Clock clock;

    ClickMarks(JdbcClient jdbc, MailTokenTable tokens, MailEventTable events, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** Of a request for the page of a link. */
    ClickMark ofPage(SentMail link, boolean head) {
        if (link.target() == null) {
            return ClickMark.HIDDEN;
        }
        return head ? ClickMark.HEAD : ofAny(link);
    }

    /** Of the button on that page. */
    ClickMark ofButton(SentMail link) {
        ClickMark mark = ofAny(link);
        return mark == ClickMark.NONE && !events.seen(link) ? ClickMark.UNSEEN : mark;
    }

    /** Of a click that a tool reports. */
    ClickMark ofReport(SentMail mail, boolean confirmed) {
        if (!confirmed) {
            return ClickMark.UNCONFIRMED;
        }
        return hasJustLeft(mail) ? ClickMark.AT_ONCE : ClickMark.NONE;
    }

    private ClickMark ofAny(SentMail link) {
        if (hasJustLeft(link)) {
            return ClickMark.AT_ONCE;
        }
        int others = events.otherLinks(link, RIGHT_AFTER);
        return others > 0 && others >= tokens.links(link.mailId()) - 1 ? ClickMark.ALL_LINKS : ClickMark.NONE;
    }

    private boolean hasJustLeft(SentMail mail) {
        return left(mail)
                .filter(at -> !clock.instant().isBefore(at.plus(JUST_LEFT)))
                .isEmpty();
    }

    /** Empty as long as the server's answer is not noted. */
    private Optional<Instant> left(SentMail mail) {
        return jdbc.sql("select done_at from mail_outbox where id = ? and state = 'sent' and done_at is not null")
                .param(mail.mailId())
                .query((row, any) -> Sql.instant(row, 1))
                .optional();
    }
}
