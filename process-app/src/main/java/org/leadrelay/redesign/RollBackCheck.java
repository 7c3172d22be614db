package org.leadrelay.redesign;

import java.util.List;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.MissingRoles.MissingRole;
import org.springframework.stereotype.Component;

/** Check of an earlier release before it may be in force again: what it names may have gone since then. */
@Component
class RollBackCheck {

    private static final Wording WORDING = Wording.of(RollBackCheck.class);

    private final ModelStore store;
    private final MissingRoles roles;

    RollBackCheck(ModelStore store, MissingRoles roles) {
        this.store = store;
        this.roles = roles;
    }

    /**
     * @throws Conflict naming the steps or roles that are gone
     */
    void mustHaveAll(ReleaseRow release) {
        List<String> steps = store.missingSteps(String.valueOf(release.deploymentId()));
        if (!steps.isEmpty()) {
            throw new Conflict(WORDING.text("stepsGone", release.number(), String.join(", ", steps)));
        }
        List<String> gone =
                roles.of(release.number()).stream().map(MissingRole::role).toList();
        if (!gone.isEmpty()) {
            throw new Conflict(WORDING.text("rolesGone", release.number(), String.join(", ", gone)));
        }
    }
}
