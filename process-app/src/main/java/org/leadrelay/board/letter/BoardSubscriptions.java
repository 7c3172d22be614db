package org.leadrelay.board.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions of the current person to recurring letters about boards. */
@Service
@Transactional
public class BoardSubscriptions {

    private static final Wording WORDING = Wording.of(BoardSubscriptions.class);
    private static final int MOST = 20;

    private final BoardSubscriptionTable table;
    private final CurrentPerson current;
    private final People people;
    private final BusinessCalendars calendars;
    private final OperationLog log;
    private final Clock clock;

    BoardSubscriptions(
            BoardSubscriptionTable table,
            CurrentPerson current,
            People people,
            BusinessCalendars calendars,
            OperationLog log,
            Clock clock) {
        this.table = table;
        this.current = current;
        this.people = people;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<BoardSubscription> mine() {
        return table.of(current.get().login());
    }

    /**
     * A board by mail from the next slot on; the same one twice is one.
     *
     * @param query of the board's page, as it was seen
     * @throws Invalid when no address is noted to which it could be sent
     * @throws Conflict when the person has as many as anybody may have
     */
    public void subscribe(String board, String query, Rhythm rhythm) {
        Actor actor = reader();
        mustHaveAddress(actor.login());
        if (table.of(actor.login()).size() >= MOST) {
            throw new Conflict(WORDING.text("tooMany", MOST));
        }
        table.add(row(actor.login(), LetterKind.BOARD, board, query, rhythm));
    }

    /**
     * The Monday letter, also for whoever ended it earlier.
     *
     * @throws Invalid when no address is noted to which it could be sent
     */
    public void subscribeToWhatBecameOfIt() {
        String login = reader().login();
        mustHaveAddress(login);
        BoardSubscription begun = row(login, LetterKind.BECAME_OF_IT, "", "", Rhythm.WEEKLY);
        table.ended(login, LetterKind.BECAME_OF_IT)
                .ifPresentOrElse(id -> table.resume(id, begun.next()), () -> table.add(begun));
    }

    /**
     * @throws NotFound when it is nobody's, somebody else's, or ended already
     */
    public void end(UUID id) {
        if (!table.end(id, current.get().login())) {
            throw new NotFound(WORDING.text("noSubscription"));
        }
    }

    /** The Monday letter for a marketer who may read boards and never had it; nothing for one who ended it. */
    void begin(String marketer) {
        if (mayRead(marketer) && !table.isKnown(marketer, LetterKind.BECAME_OF_IT)) {
            table.add(row(marketer, LetterKind.BECAME_OF_IT, "", "", Rhythm.WEEKLY));
        }
    }

    /** Whether letters about boards are for this person now. Subscriptions outlast a permission, for it may come back. */
    boolean mayRead(String login) {
        return people.acting(login)
                .filter(each -> each.may(Permission.READ_BOARDS))
                .isPresent();
    }

    /** A letter that was on its way when the permission went. */
    void withheld(BoardSubscription of) {
        log.add(
                StreamKind.OPERATION,
                Kind.BOARD_MAIL_WITHHELD,
                of.login(),
                Map.of("template", of.letter().code()));
    }

    /** Where somebody's mornings are. */
    ZoneId zone(String login) {
        return calendars.forRep(login).zone();
    }

    private BoardSubscription row(String login, LetterKind letter, String board, String query, Rhythm rhythm) {
        Instant next = rhythm.next(clock.instant(), zone(login));
        return new BoardSubscription(UUID.randomUUID(), login, letter, board, query, rhythm, next);
    }

    private Actor reader() {
        Actor actor = current.get();
        actor.mustHave(Permission.READ_BOARDS);
        return actor;
    }

    private void mustHaveAddress(String login) {
        if (people.find(login).map(Person::email).isEmpty()) {
            throw Invalid.field("email", WORDING.text("noAddress"));
        }
    }
}
