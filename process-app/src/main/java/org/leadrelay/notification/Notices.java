package org.leadrelay.notification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In-app notifications (the bell): what people are told in the application. Everyone reads and marks their own
 * notices only; who is listening hears of new and read ones after the commit.
 */
@Service
@Transactional(noRollbackFor = ProductException.class)
public class Notices {

    private static final Wording WORDING = Wording.of(Notices.class);

    private final NoticeTable table;
    private final Channels channels;
    private final DeliverySchedule schedule;
    private final NoticeMails mails;
    private final People people;
    private final CurrentPerson person;
    private final BellListeners listeners;
    private final ApplicationEventPublisher events;

    Notices(
            NoticeTable table,
            Channels channels,
            DeliverySchedule schedule,
            NoticeMails mails,
            People people,
            CurrentPerson person,
            BellListeners listeners,
            ApplicationEventPublisher events) {
        this.table = table;
        this.channels = channels;
        this.schedule = schedule;
        this.mails = mails;
        this.people = people;
        this.person = person;
        this.listeners = listeners;
        this.events = events;
    }

    /**
     * Tells everybody whom a role allows this something about a lead, once.
     *
     * @param key names what is told; a person who was told under this key is not told again
     */
    public void tellWhoMay(Permission permission, String key, UUID leadId, NoticeKind kind) {
        tell(people.loginsWhoMay(permission), NoticeContent.about(leadId, kind, key));
    }

    /**
     * Tells these people something about a lead, once.
     *
     * @param key names what is told; a person who was told under this key is not told again
     */
    public void tellPeople(Collection<String> logins, String key, UUID leadId, NoticeKind kind) {
        tell(logins, NoticeContent.about(leadId, kind, key));
    }

    /**
     * Tells these people something about a lead, once, until its cause is gone.
     *
     * @param key names what is told; a person who was told under this key is not told again
     */
    public void tellPeople(Collection<String> logins, String key, UUID leadId, NoticeKind kind, NoticeCause cause) {
        tell(logins, NoticeContent.about(leadId, cause, kind, key));
    }

    /**
     * Tells these people something that is about no lead, once, until its cause is gone.
     *
     * @param key names what is told; a person who was told under this key is not told again
     */
    public void tellPeople(Collection<String> logins, String key, NoticeKind kind, NoticeCause cause) {
        tell(logins, NoticeContent.about(cause, kind, key));
    }

    /** What was told of this is done with: it stays in everybody's list, and counts no more. */
    public void resolve(NoticeCause cause) {
        resolved(table.resolve(cause, null, null));
    }

    /** As {@link #resolve}, when the transaction ends, at the latest. */
    public void resolveAtEnd(NoticeCause cause) {
        table.resolveAtEnd(cause, this::resolved);
    }

    /** What was told of this is done with, for this person only their reminder is. */
    void resolveButFor(NoticeCause cause, String login) {
        resolved(table.resolve(cause, null, login));
    }

    /** Whoever was reminded of this need not be any more. */
    void resolveReminders(NoticeCause cause) {
        resolved(table.resolve(cause, NoticeKind.REMIND, null));
    }

    private void resolved(Collection<String> logins) {
        if (!logins.isEmpty()) {
            events.publishEvent(new NoticesChanged(List.copyOf(logins)));
        }
    }

    /** Tells these people something once, on the channels they chose. */
    void tell(Collection<String> logins, NoticeContent telling) {
        if (logins.isEmpty()) {
            return;
        }
        List<NoticeDelivery> meant = channels.ways(logins, telling.kind()).stream()
                .filter(ChannelChoice::any)
                .map(schedule::delivery)
                .toList();
        if (meant.isEmpty()) {
            return;
        }
        Set<UUID> added = table.add(meant, telling);
        List<NoticeDelivery> told =
                meant.stream().filter(each -> added.contains(each.id())).toList();
        mails.send(told);
        if (!told.isEmpty()) {
            events.publishEvent(
                    new NoticesChanged(told.stream().map(NoticeDelivery::login).toList()));
        }
    }

    /** How many of the current person's notices are unread. */
    @Transactional(readOnly = true)
    public long unread() {
        return table.unread(person.get().login());
    }

    /** The current person's notices, newest first. */
    @Transactional(readOnly = true)
    public Page<Notice> mine(boolean unreadOnly, int offset, int limit) {
        String login = person.get().login();
        return new Page<>(table.page(login, unreadOnly, offset, limit), table.count(login, unreadOnly));
    }

    /**
     * Marks one of the current person's notices as read; once more is harmless.
     *
     * @throws NotFound when it is nobody's or somebody else's
     */
    public void read(UUID id) {
        String login = person.get().login();
        if (table.read(id, login) > 0) {
            events.publishEvent(new NoticesChanged(List.of(login)));
        } else if (!table.belongs(id, login)) {
            throw new NotFound(WORDING.text("noNotice"));
        }
    }

    /** What somebody was told of this kind about a lead is read: its cause is gone. */
    public void settle(String login, UUID leadId, NoticeKind kind) {
        if (table.settle(login, leadId, kind.code()) > 0) {
            events.publishEvent(new NoticesChanged(List.of(login)));
        }
    }

    /** Marks all of the current person's notices as read, and says how many were not. */
    public int readAll() {
        String login = person.get().login();
        int read = table.readAll(login);
        if (read > 0) {
            events.publishEvent(new NoticesChanged(List.of(login)));
        }
        return read;
    }

    /**
     * Calls back whenever that person's notices changed, on the thread that committed the change:
     * do little, and nothing that waits.
     *
     * @return ends the listening
     */
    public Runnable listen(String login, Runnable changed) {
        return listeners.add(login, changed);
    }
}
