package org.leadrelay.nurture;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.lead.Signal;
import org.leadrelay.platform.RetryOnCollision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Click tracking of the links in nurture mails. Asking for a link shows a page and is worth nothing: scanners do it.
 * The button of that page is a click, a signal of the lead, unless {@link ClickMarks} finds a machine.
 */
@Service
@RetryOnCollision
class LinkClicks {

    private final MailTokenTable tokens;
    private final MailEventTable events;
    private final ClickMarks marks;
    private final MailObjections leads;
    private final LeadLock lock;
    private final LeadCommands life;
    private final OwnHosts hosts;
    private final JourneyLog log;

    LinkClicks(
            MailTokenTable tokens,
            MailEventTable events,
            ClickMarks marks,
            MailObjections leads,
            LeadLock lock,
            LeadCommands life,
            NurtureSettings settings,
            JourneyLog log) {
        this.tokens = tokens;
        this.events = events;
        this.marks = marks;
        this.leads = leads;
        this.lock = lock;
        this.life = life;
        this.hosts = settings.own();
        this.log = log;
    }

    /**
     * Somebody, or something, asks for a link.
     *
     * @param head whether only for the head of the page
     * @return where it leads; empty when nowhere
     */
    @Transactional
    Optional<URI> fetched(MailToken token, boolean head) {
        Optional<SentMail> link = find(token);
        link.ifPresent(found -> {
            Optional<UUID> lead = held(found);
            note(found, lead, "fetched", marks.ofPage(found, head));
        });
        return link.flatMap(this::target);
    }

    /**
     * Somebody sent the button of a link's page. The first time is a signal.
     *
     * @return where it leads; empty when nowhere
     */
    @Transactional
    Optional<URI> confirmed(MailToken token) {
        Optional<SentMail> link = tokens.find(token, MailToken.Purpose.CLICK);
        link.ifPresent(found -> {
            Optional<UUID> lead = held(found);
            ClickMark mark = marks.ofButton(found);
            boolean news = note(found, lead, "clicked", mark);
            if (news && mark == ClickMark.NONE) {
                lead.ifPresent(id -> signal(id, found));
            }
        });
        return link.flatMap(this::target);
    }

    /** A tool that wrote the mail reports that one of its links was followed. The first time that a person did is a signal. */
    @Transactional
    ReportOutcome reported(SentMail mail, boolean confirmed) {
        Optional<UUID> lead = held(mail);
        ClickMark mark = marks.ofReport(mail, confirmed);
        boolean news = note(mail, lead, "clicked", mark);
        if (!news) {
            return ReportOutcome.KNOWN;
        }
        if (mark != ClickMark.NONE) {
            return ReportOutcome.MARKED;
        }
        lead.ifPresent(id -> signal(id, mail));
        return ReportOutcome.SIGNAL;
    }

    private void signal(UUID lead, SentMail mail) {
        life.signal(lead, new Signal(Signal.Kind.CLICK, null, "mail", true, mail.template()));
    }

    private Optional<SentMail> find(MailToken token) {
        return tokens.find(token, MailToken.Purpose.CLICK).or(() -> tokens.find(token, MailToken.Purpose.TRAP));
    }

    /** The lead before all other rows, as every command takes it. */
    private Optional<UUID> held(SentMail mail) {
        Optional<UUID> lead = leads.living(mail.leadId());
        lead.ifPresent(lock::hold);
        return lead;
    }

    /** A machine is told of once for a mail, however often it comes. */
    private boolean note(SentMail link, Optional<UUID> lead, String kind, ClickMark mark) {
        boolean known = mark == ClickMark.NONE || events.marked(link.mailId());
        boolean news = events.ofLink(link, kind, mark);
        if (!known) {
            lead.ifPresent(id -> log.add(
                    id, Kind.MAIL_EVENT, MailNews.of("fetchedByMachine", link, "reason", "click." + mark.code())));
        }
        return news;
    }

    /** A host that is no longer one of ours is led to no more. */
    private Optional<URI> target(SentMail link) {
        @Nullable String target = link.target();
        return Optional.ofNullable(target).map(URI::create).filter(hosts::has);
    }
}
