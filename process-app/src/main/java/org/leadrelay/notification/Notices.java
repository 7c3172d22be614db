package org.leadrelay.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.ProductException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bell: what people are told in the application. Everyone reads and marks their own notices
 * only; who is listening hears of new and read ones after the commit.
 */
@Service
@Transactional(noRollbackFor = ProductException.class)
public class Notices {

    private final NoticeTable table;
    private final People people;
    private final CurrentPerson person;
    private final Listeners listeners;
    private final ApplicationEventPublisher events;

    Notices(
            NoticeTable table,
            People people,
            CurrentPerson person,
            Listeners listeners,
            ApplicationEventPublisher events) {
        this.table = table;
        this.people = people;
        this.person = person;
        this.listeners = listeners;
        this.events = events;
    }

    /**
     * Tells these people something once.
     *
     * @param key names what is told; a person who was told under this key is not told again
     */
    public void tell(
            Collection<String> logins,
            String key,
            @Nullable UUID leadId,
            String kind,
            @Nullable String clause) {
        if (logins.isEmpty()) {
            return;
        }
        List<String> told = table.add(logins, key, leadId, kind, clause);
        if (!told.isEmpty()) {
            events.publishEvent(new NoticesChanged(told));
        }
    }

    /** Tells every active person of a role. */
    public void tellRole(
            String role, String key, @Nullable UUID leadId, String kind, @Nullable String clause) {
        tell(having(role), key, leadId, kind, clause);
    }

    List<String> having(String role) {
        return people.loginsByRole(role);
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
        return new Page<>(
                table.page(login, unreadOnly, offset, limit), table.count(login, unreadOnly));
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
            throw new NotFound("There is no such notice of yours.");
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
