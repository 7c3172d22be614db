package org.leadrelay.ui.lead;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.JourneyDiagrams;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadClaim;
import org.leadrelay.lead.LeadClaims;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.LearnedOption;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.component.Chapter;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TypedTexts;
import org.springframework.stereotype.Component;

/** The services that a lead's page needs, handed on as one. */
@Component
record LeadServices(
        LeadCards cards,
        FactCorrections corrections,
        LeadCommands life,
        Timeline timeline,
        JourneyDiagrams diagrams,
        TaskQueries worklist,
        TypedTexts texts,
        People people,
        CurrentPerson person,
        DueWords due,
        ReadingLog readings) {

    private static final int MOST_ATTEMPTS = 50;

    Times times() {
        return due.times();
    }

    /** The card of a lead whose page is opened. */
    LeadCard open(UUID leadId, Way way) {
        LeadCard opened = card(leadId);
        readings.lead(opened.id(), way);
        return opened;
    }

    /** The card of a lead whose page is open. */
    LeadCard card(UUID leadId) {
        return cards.card(leadId, person.get());
    }

    void correct(UUID leadId, String field, @Nullable String value) {
        corrections.correct(leadId, field, value, person.get());
    }

    /** The lines among which a correction of this fact chooses; empty where anything may be written. */
    List<LearnedOption> choices(FactView fact) {
        return corrections.choices(fact.name());
    }

    void take(LeadClaims claims, LeadCard card, LeadClaim claim) {
        claims.take(card.id(), claim.id(), person.get());
    }

    void dismiss(LeadClaims claims, LeadCard card, LeadClaim claim) {
        claims.dismiss(card.id(), claim.id(), person.get());
    }

    Page<TimelineLine> story(
            UUID leadId, Chapter chapter, @Nullable String element, int offset, int limit, Locale locale) {
        return timeline.page(leadId, chapter.kinds(), element, true, offset, limit, locale);
    }

    /** The attempts to reach the lead, newest first. */
    List<TimelineLine> attempts(UUID leadId, Locale locale) {
        return timeline.page(
                        leadId,
                        Set.of(Kind.TASK_COMPLETED),
                        KnownElement.MAKE_CONTACT.id(),
                        true,
                        0,
                        MOST_ATTEMPTS,
                        locale)
                .items();
    }

    /** Who may correct facts, record signals and withdraw; the services ask again. */
    boolean mayWork() {
        return person.get().may(Permission.WORK_ON_LEADS);
    }

    /** What a system calls the lead is never corrected. */
    static boolean mayChange(FactView fact) {
        return !fact.name().equals("externalId");
    }

    /** Who decides whether a claimed consent is the person's own word. */
    boolean mayDecide() {
        return person.get().may(Permission.DECIDE_CONSENTS);
    }

    boolean mayReopen() {
        return person.get().may(Permission.REOPEN_LEADS);
    }

    String name(String login) {
        return people.displayName(login);
    }
}
