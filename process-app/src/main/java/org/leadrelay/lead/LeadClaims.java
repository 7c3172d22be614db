package org.leadrelay.lead;

import java.util.Map;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions about values that a form typed: take one over, or dismiss it. */
@Service
@RetryOnCollision
public class LeadClaims {

    private static final Wording WORDING = Wording.of(LeadClaims.class);

    private final ClaimTable claims;
    private final FactCorrections corrections;
    private final FactDefinitions definitions;
    private final Visibility visibility;
    private final JourneyLog log;

    LeadClaims(
            ClaimTable claims,
            FactCorrections corrections,
            FactDefinitions definitions,
            Visibility visibility,
            JourneyLog log) {
        this.claims = claims;
        this.corrections = corrections;
        this.definitions = definitions;
        this.visibility = visibility;
        this.log = log;
    }

    /**
     * Makes the typed value a correction by this person, with all that a correction has to keep.
     *
     * @throws NotFound when there is no such claim, or the actor may not see the lead
     * @throws Conflict when somebody decided already, or the e-mail address is another lead's
     */
    @Transactional
    public void take(UUID leadId, UUID claim, Actor actor) {
        ClaimTable.Said said = open(leadId, claim, actor);
        corrections.correct(leadId, said.name(), said.typed(), actor);
        decide(leadId, claim, said, "taken", actor);
    }

    /**
     * Says that what is known is right; the same value is not asked about again.
     *
     * @throws NotFound when there is no such claim, or the actor may not see the lead
     * @throws Conflict when somebody decided already
     */
    @Transactional
    public void dismiss(UUID leadId, UUID claim, Actor actor) {
        ClaimTable.Said said = open(leadId, claim, actor);
        visibility.lock(leadId, actor);
        decide(leadId, claim, said, "dismissed", actor);
    }

    private ClaimTable.Said open(UUID leadId, UUID claim, Actor actor) {
        actor.mustHave(Permission.WORK_ON_LEADS);
        visibility.mustSee(leadId, actor);
        ClaimTable.Said said =
                claims.find(leadId, claim).orElseThrow(() -> new NotFound(WORDING.text("noClaim", claim)));
        if (said.decision() != null) {
            throw decided(said.decision());
        }
        return said;
    }

    private void decide(UUID leadId, UUID claim, ClaimTable.Said said, String decision, Actor actor) {
        if (!claims.decide(claim, decision, actor.login())) {
            throw decided("other");
        }
        log.add(
                leadId,
                decision.equals("taken") ? Kind.CLAIM_TAKEN : Kind.CLAIM_DISMISSED,
                Map.of("field", definitions.code(said.name()), "typed", new CommittedText(said.typed())));
    }

    private static Conflict decided(String decision) {
        return new Conflict(WORDING.text("claim." + decision));
    }
}
