package org.leadrelay.access;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Audit trail of changes to people, sealed in the transaction of the change. Names and addresses are said to have
 * changed, and not what they were: the line outlives the person's erasure.
 */
@Component
class PersonChanges {

    private final OperationLog log;
    private final ApplicationEventPublisher events;

    PersonChanges(OperationLog log, ApplicationEventPublisher events) {
        this.log = log;
        this.events = events;
    }

    void added(Person added) {
        note(
                Kind.PERSON_ADDED,
                added.login(),
                LineDetails.of("roles", added.roles())
                        .and("locale", added.locale())
                        .map());
    }

    /** Nothing where nothing changed. */
    void changed(Person before, Person after) {
        Set<String> fields = new LinkedHashSet<>();
        if (!before.displayName().equals(after.displayName())) {
            fields.add("displayName");
        }
        if (!Objects.equals(before.email(), after.email())) {
            fields.add("email");
        }
        LineDetails details = LineDetails.ofChange("roles", before.roles(), after.roles())
                .change("locale", before.locale(), after.locale())
                .and("fields", fields.isEmpty() ? null : fields);
        if (!details.isEmpty()) {
            note(Kind.PERSON_CHANGED, after.login(), details.map());
        }
    }

    /** Whoever keeps something for the person is told in the same transaction. */
    void deactivated(String login, @Nullable String successor) {
        note(
                Kind.PERSON_DEACTIVATED,
                login,
                LineDetails.of("successor", successor).map());
        events.publishEvent(new PersonDeactivated(login, successor));
    }

    void activated(String login) {
        note(Kind.PERSON_ACTIVATED, login, Map.of());
    }

    void passwordReset(String login) {
        note(Kind.PASSWORD_RESET, login, Map.of());
    }

    void passwordChosen(String login) {
        note(Kind.PASSWORD_CHANGED, login, Map.of());
    }

    private void note(Kind kind, String login, Map<String, ?> details) {
        log.add(StreamKind.ACCESS, kind, login, details);
    }
}
