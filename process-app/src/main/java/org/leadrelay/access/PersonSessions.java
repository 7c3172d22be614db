package org.leadrelay.access;

import java.util.List;
import java.util.UUID;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Session administration over all nodes: people list and end their own sessions, administrators everybody's. */
@Service
public class PersonSessions {

    private static final Wording WORDING = Wording.of(PersonSessions.class);

    private final SessionTable rows;
    private final PersonRepository persons;
    private final CurrentPerson currentPerson;
    private final LoginLog log;
    private final NodeBroadcast nodes;

    PersonSessions(
            SessionTable rows,
            PersonRepository persons,
            CurrentPerson currentPerson,
            LoginLog log,
            NodeBroadcast nodes) {
        this.rows = rows;
        this.persons = persons;
        this.currentPerson = currentPerson;
        this.log = log;
        this.nodes = nodes;
    }

    /** The person's own, the last seen first. */
    @Transactional(readOnly = true)
    public List<PersonSession> mine() {
        return rows.of(currentPerson.get().login(), currentPerson.session());
    }

    /**
     * Ends one of the person's own.
     *
     * @throws NotFound when it is nobody's, or somebody else's
     */
    @Transactional
    public void end(UUID id) {
        String login = currentPerson.get().login();
        if (!rows.remove(login, id)) {
            throw new NotFound(WORDING.text("noSession"));
        }
        tell(login, id);
    }

    /** Ends all of the person's but the one that asks, and answers how many those were. */
    @Transactional
    public int endOthers() {
        return endAllButThis(currentPerson.get().login());
    }

    /** Somebody's, the last seen first. Administrators only. */
    @Transactional(readOnly = true)
    public List<PersonSession> of(String login) {
        mustAdminister(login);
        return rows.of(login, currentPerson.session());
    }

    /** Ends all of somebody's but the one that asks. Administrators only. */
    @Transactional
    public int endAll(String login) {
        mustAdminister(login);
        return endAllButThis(login);
    }

    /** Ends the session that asks, with all its pages. */
    public void logOut() {
        currentPerson.logOut();
    }

    private int endAllButThis(String login) {
        List<UUID> ids = rows.removeOthers(login, currentPerson.session());
        ids.forEach(each -> tell(login, each));
        return ids.size();
    }

    private void tell(String login, UUID id) {
        log.told(id, login, SessionEnd.ENDED.word());
        nodes.tellEveryone(OpenSessions.TOPIC, id.toString());
    }

    private void mustAdminister(String login) {
        currentPerson.get().mustHave(Permission.ADMINISTER_PEOPLE);
        if (!persons.existsById(login)) {
            throw new NotFound(WORDING.text("nobody", login));
        }
    }
}
