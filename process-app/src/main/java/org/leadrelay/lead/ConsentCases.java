package org.leadrelay.lead;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Review of consents that claim to be later than an objection: an import's dated cell, or a
 * system's record with a moment. They lift nothing until a person has decided.
 */
@Service
@RetryOnCollision
public class ConsentCases {

    private static final Wording WORDING = Wording.of(ConsentCases.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Consents consents;
    private final ConsentTable store;
    private final LeadCards cards;
    private final Visibility visibility;

    ConsentCases(
            JdbcClient jdbc,
            Clock clock,
            Consents consents,
            ConsentTable store,
            LeadCards cards,
            Visibility visibility) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.consents = consents;
        this.store = store;
        this.cards = cards;
        this.visibility = visibility;
    }

    /** Those that wait for a decision, as they came. */
    @Transactional(readOnly = true)
    public Page<ConsentCase> open(int page, int size) {
        List<Waiting> all = waiting();
        List<ConsentCase> items = all.stream()
                .skip((long) page * size)
                .limit(size)
                .map(this::shown)
                .toList();
        return new Page<>(items, all.size());
    }

    /**
     * It is the person's own word, and lifts the objection.
     *
     * @param wording in which words the person said it
     * @param source where these words came from
     * @throws Invalid when one of them is missing
     * @throws Conflict when there is nothing to decide any more
     */
    @Transactional
    public UUID confirm(UUID claimId, @Nullable String wording, @Nullable String source, Actor actor) {
        mayDecide(actor);
        String words = TextNormalizer.clean(wording);
        String from = TextNormalizer.clean(source);
        List<Violation> missing = new ArrayList<>();
        if (words.isEmpty()) {
            missing.add(new Violation("wording", WORDING.text("claimNeedsWording")));
        }
        if (from.isEmpty()) {
            missing.add(new Violation("source", WORDING.text("claimNeedsSource")));
        }
        Lead lead = lock(claimId, actor);
        ConsentView claim = claim(lead, claimId);
        Statement own = new Statement(claim.channel(), true, claim.purpose(), claim.basis(), words, from, claim.at());
        StatementCheck.check("", own, clock.instant(), (field, what) -> missing.add(new Violation(field, what)));
        if (!missing.isEmpty()) {
            throw Invalid.of(missing);
        }
        decide(claimId, "confirmed", actor);
        consents.text(lead, own, StatementKind.OWN_WORD, from, actor.login());
        return lead.id();
    }

    /**
     * It is not the person's own word; the objection stands.
     *
     * @throws Conflict when there is nothing to decide any more
     */
    @Transactional
    public UUID dismiss(UUID claimId, Actor actor) {
        mayDecide(actor);
        Lead lead = lock(claimId, actor);
        ConsentView claim = claim(lead, claimId);
        decide(claimId, "dismissed", actor);
        consents.tell(lead, claim.channel());
        return lead.id();
    }

    /** Whoever decides about pairs of leads decides about this, too. */
    private static void mayDecide(Actor actor) {
        actor.mustHave(Permission.DECIDE_CONSENTS);
    }

    private Lead lock(UUID claimId, Actor actor) {
        return jdbc.sql("select lead_id from lead_consent where id = ?")
                .param(claimId)
                .query(UUID.class)
                .optional()
                .map(leadId -> visibility.lock(leadId, actor))
                .orElseThrow(() -> new NotFound(WORDING.text("noConsentClaim", claimId)));
    }

    private ConsentView claim(Lead lead, UUID claimId) {
        return consents.of(lead.id()).stream()
                .filter(each -> each.id().equals(claimId) && each.toDecide())
                .findFirst()
                .orElseThrow(() -> new Conflict(WORDING.text("claimDecided")));
    }

    private void decide(UUID claimId, String decision, Actor actor) {
        jdbc.sql("""
            update lead_consent set decision = ?, decided_by = ?, decided_at = ?
            where id = ?
            """)
                .params(decision, actor.login(), Sql.time(clock.instant()), claimId)
                .update();
    }

    /** A claim with the lead of whom it is. */
    private record Waiting(UUID leadId, long number) {}

    /** The rule says which claims wait, in the order in which they came. */
    private List<Waiting> waiting() {
        Map<UUID, List<ConsentRule.Said>> byLead = store.withClaims();
        List<Waiting> all = new ArrayList<>();
        byLead.forEach((lead, said) -> ConsentRule.decide(said).values().stream()
                .flatMap(verdict -> verdict.toDecide().stream())
                .forEach(number -> all.add(new Waiting(lead, number))));
        all.sort(Comparator.comparing(Waiting::number));
        return all;
    }

    private ConsentCase shown(Waiting waiting) {
        LeadCard card = cards.card(waiting.leadId());
        UUID claimId = store.id(waiting.number());
        ConsentView claim = one(card, each -> each.id().equals(claimId));
        ConsentView objection = one(card, each -> each.decides() && each.channel() == claim.channel());
        return new ConsentCase(claimId, card.id(), card.name(), claim.channel(), claim, objection);
    }

    private static ConsentView one(LeadCard card, Predicate<ConsentView> which) {
        return card.consents().stream().filter(which).findFirst().orElseThrow();
    }
}
