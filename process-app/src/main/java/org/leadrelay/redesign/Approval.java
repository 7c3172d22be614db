package org.leadrelay.redesign;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.RetryOnCollision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Four-eyes approval of releases: sealed by one person, approved, rejected or withdrawn by another, rolled back by two. */
@Service
@RetryOnCollision
@Transactional
public class Approval {

    private final Sealing sealing;
    private final ReleaseDecisions decisions;
    private final RollBack rollBack;
    private final ReleaseChecks checks;

    Approval(Sealing sealing, ReleaseDecisions decisions, RollBack rollBack, ReleaseChecks checks) {
        this.sealing = sealing;
        this.decisions = decisions;
        this.rollBack = rollBack;
        this.checks = checks;
    }

    /**
     * Fixes the candidate and deploys it, which changes nothing for leads. One that changes what both sides signed goes with the
     * draft of the charter, which is begun where there is none and pins the new versions of the tables.
     *
     * @param title what it is for
     * @throws Conflict when somebody changed it since, or another release took effect since it began, or the gate refuses it
     */
    public Release seal(int number, int edition, String title) {
        return sealing.seal(number, edition, title);
    }

    /**
     * A sealed release, approved or not, that lost its draft of the charter goes with the one that there is now, or with a new one.
     *
     * @throws Conflict when it needs none, or there is none that it could go with
     */
    public Release pair(int number) {
        return sealing.pair(number);
    }

    /** Whether the person of this request could approve this release now: it is sealed, and not their own work. */
    @Transactional(readOnly = true)
    public boolean isOpen(int number) {
        return decisions.isOpen(number);
    }

    /** Logins of those who sealed it or changed one of its files. */
    @Transactional(readOnly = true)
    public Set<String> authors(int number) {
        return decisions.authors(number);
    }

    /**
     * A release that goes with a version of the charter takes effect when that is signed too, in the same moment. It is checked
     * again as things are now: a role, a clause or a step that it names may have gone since it was sealed. The way back was
     * when it was asked for: by the gate it was in force, and what it names stays from then on.
     *
     * @param contentHash of what was looked at
     * @param from the moment from which it is in force; null for at once
     * @throws Forbidden for whoever sealed it or changed one of its files
     * @throws Conflict when it is not sealed, or is not what was looked at, or another one would be undone by it, or the gate refuses it by now
     */
    public Release approve(int number, String contentHash, @Nullable Instant from) {
        return decisions.approve(number, contentHash, from, this::mustStillPass);
    }

    private void mustStillPass(ReleaseRow release) {
        if (release.rollsBackTo() == null) {
            ReleaseChecks.mustPass(release.number(), checks.now(release.number()));
        }
    }

    /**
     * @param why for those who made it
     */
    public Release reject(int number, String why) {
        return decisions.reject(number, why);
    }

    /**
     * Of a draft, a sealed one, or an approved one whose moment is yet to come.
     *
     * @throws Conflict when it is or was in force
     */
    public Release withdraw(int number, String why) {
        return decisions.withdraw(number, why);
    }

    /**
     * A sealed release with the definitions of an earlier one, for a second person to approve.
     *
     * @throws Conflict when that one was never in force, or is, or needs a step or a role that is gone
     */
    public Release rollBack(int to, String why) {
        return rollBack.to(to, why);
    }
}
