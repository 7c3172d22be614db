package org.leadrelay.nurture.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.mail.Outbox;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.TooManyRequests;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Test mails: a text sent to whoever writes it, marked as a test, without anything that a lead's mail sets off. */
@Service
@Transactional
public class TestMails {

    /** As many as one sends while trying a text in a mail program, and no way to fill a mailbox. */
    static final int MOST = 5;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Wording WORDING = Wording.of(TestMails.class);

    private final TestMailTable table;
    private final Outbox outbox;
    private final OperationLog log;
    private final LeadCards cards;
    private final ReadingLog readings;
    private final People people;
    private final CurrentPerson person;
    private final Clock clock;

    TestMails(
            TestMailTable table,
            Outbox outbox,
            OperationLog log,
            LeadCards cards,
            ReadingLog readings,
            People people,
            CurrentPerson person,
            Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.log = log;
        this.cards = cards;
        this.readings = readings;
        this.people = people;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Sends a text to the current person.
     *
     * @param lead whose values it is shown with, null for a stranger's
     * @return the address that it goes to
     * @throws Invalid for a text that could not be saved, and for whoever has no address
     * @throws TooManyRequests after {@value #MOST} within ten minutes
     */
    public String send(TextKey key, Language language, TextContent content, @Nullable UUID lead, Way way) {
        Actor actor = person.get();
        actor.mustHave(Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS);
        TextCheck.check(content);
        String address = people.find(actor.login())
                .map(Person::email)
                .filter(each -> !each.isBlank())
                .orElseThrow(() -> Invalid.field("address", WORDING.text("test.noAddress")));
        if (lead != null) {
            cards.name(lead, actor);
        }
        Instant now = clock.instant();
        table.lock(actor.login());
        Optional<Instant> first = table.oldestOf(actor.login(), now.minus(WITHIN), MOST);
        if (first.isPresent()) {
            Duration wait = Duration.between(now, first.get().plus(WITHIN));
            throw new TooManyRequests(WORDING.text("test.tooMany", MOST, WITHIN.toMinutes()), wait);
        }
        UUID id = table.add(actor.login(), key, language, content, lead);
        outbox.toPerson(TestLetter.TEMPLATE + ":" + id, actor.login(), TestLetter.TEMPLATE);
        log.add(
                StreamKind.MODEL,
                Kind.TEXT_TESTED,
                key.path(language),
                LineDetails.of("sha256", content.hash()).map());
        if (lead != null) {
            readings.lead(lead, way);
        }
        return address;
    }
}
