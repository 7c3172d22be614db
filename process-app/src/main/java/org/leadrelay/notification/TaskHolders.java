package org.leadrelay.notification;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port to the holders of a lead's tasks. */
public interface TaskHolders {

    /** The login of the person who holds the lead's open task of that clause, if anybody does. */
    Optional<String> holder(UUID leadId, String clause);

    /**
     * The lead's open task of that clause, if this person holds it, or nobody does and one of these
     * roles may.
     */
    Optional<String> taskFor(UUID leadId, String clause, String login, Set<String> roles);

    /** The lead's task to which this person last drafted an answer, open or gone. */
    Optional<String> draftedBy(UUID leadId, String login);
}
