package org.leadrelay.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.leadrelay.access.CurrentPerson;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Impersonation for engine commands: runs one in the name of the person at work, for the engine's operation log. */
@Component
public class AsCurrentPerson {

    private final IdentityService identity;
    private final CurrentPerson currentPerson;

    AsCurrentPerson(IdentityService identity, CurrentPerson currentPerson) {
        this.identity = identity;
        this.currentPerson = currentPerson;
    }

    /**
     * @throws OptimisticLockingFailureException when the engine met another transaction: try again
     *     in a new one
     */
    public <T> T asCurrentPerson(Supplier<T> command) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(currentPerson.get().login());
        try {
            return command.get();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("the engine met another transaction", e);
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
