package org.leadrelay.nurture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What is reported of mails, for the mail that a token, a Message-ID or a touch names: one way in for mail servers, mail services and tools. */
@Service
class MailReports {

    private final MailTokenTable tokens;
    private final Bounces bounces;
    private final Unsubscriptions unsubscriptions;
    private final LinkClicks clicks;

    MailReports(MailTokenTable tokens, Bounces bounces, Unsubscriptions unsubscriptions, LinkClicks clicks) {
        this.tokens = tokens;
        this.bounces = bounces;
        this.unsubscriptions = unsubscriptions;
        this.clicks = clicks;
    }

    /** Takes a report of the mail that one of these tokens came with; empty when no mail did, so that nothing changes. */
    Optional<ReportOutcome> take(List<MailToken> candidates, MailReport report) {
        return candidates.stream()
                .distinct()
                .flatMap(each -> tokens.find(each, MailToken.Purpose.BOUNCE).stream())
                .findFirst()
                .map(mail -> take(mail, report));
    }

    /** Of the mail with this id in its Message-ID, or in the webhook that handed it to a tool. */
    Optional<ReportOutcome> take(UUID message, MailReport report) {
        return tokens.byMessage(message).map(mail -> take(mail, report));
    }

    private ReportOutcome take(SentMail mail, MailReport report) {
        return switch (report.kind()) {
            case BOUNCE, DELAYED, COMPLAINT, DELIVERED -> bounces.take(mail, report);
            case UNSUBSCRIBE -> unsubscriptions.reported(mail);
            case CLICK -> clicks.reported(mail, report.confirmed());
        };
    }
}
