package org.leadrelay.promise;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.lead.LeadNames;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/**
 * Preview (dry run) of a recomputation, shown before a version of the charter is signed. For process owners and
 * whoever may sign.
 */
@Service
public class RecomputationPreview {

    public static final int LARGEST_PAGE = Page.LARGEST;

    private static final Wording WORDING = Wording.of(RecomputationPreview.class);

    private final CharterVersions versions;
    private final RunningPromises running;
    private final LeadNames names;
    private final CurrentPerson person;
    private final Mandates mandates;

    RecomputationPreview(
            CharterVersions versions,
            RunningPromises running,
            LeadNames names,
            CurrentPerson person,
            Mandates mandates) {
        this.versions = versions;
        this.running = running;
        this.names = names;
        this.person = person;
        this.mandates = mandates;
    }

    /**
     * How many running promises meet which fate.
     *
     * @param effects every effect, with none as 0
     * @param running all together
     */
    public record Summary(Map<RecomputationEffect, Long> effects, long running) {

        public Summary {
            effects = Map.copyOf(effects);
        }

        /** How many would be due at another instant. */
        public long moved() {
            return of(RecomputationEffect.LATER) + of(RecomputationEffect.EARLIER) + of(RecomputationEffect.AT_ONCE);
        }

        public long of(RecomputationEffect effect) {
            return effects.getOrDefault(effect, 0L);
        }
    }

    /**
     * As of now, for the moment at which this version takes effect.
     *
     * @throws Conflict when the version has taken effect, or never will
     */
    public Summary summary(int version) {
        CharterTerms terms = terms(version);
        EnumMap<RecomputationEffect, Long> effects = new EnumMap<>(RecomputationEffect.class);
        for (RecomputationEffect each : RecomputationEffect.values()) {
            effects.put(each, 0L);
        }
        Recounting recounting = running.recounting(terms);
        running.each(version, promise -> effects.merge(recounting.of(promise).effect(), 1L, Long::sum));
        return new Summary(
                effects, effects.values().stream().mapToLong(Long::longValue).sum());
    }

    /**
     * Every running promise before and after, soonest due first.
     *
     * @param page from 0
     * @param size 1 to 500
     * @throws Conflict when the version has taken effect, or never will
     */
    public Page<RecountedPromise> page(int version, int page, int size) {
        CharterTerms terms = terms(version);
        Recounting recounting = running.recounting(terms);
        List<Recount> found =
                running.page(version, page, size).stream().map(recounting::of).toList();
        Map<UUID, String> called = names.of(found.stream().map(Recount::leadId).collect(Collectors.toSet()));
        return new Page<>(
                found.stream()
                        .map(each -> each.named(
                                called.getOrDefault(each.leadId(), each.leadId().toString())))
                        .toList(),
                running.count(version));
    }

    private CharterTerms terms(int version) {
        Actor actor = person.get();
        if (mandates.heldBy(actor.login()).isEmpty()) {
            actor.mustHave(Permission.PROPOSE_CHARTER);
        }
        VersionStage stage = versions.version(version).stage();
        if (stage != VersionStage.DRAFT && stage != VersionStage.PROPOSED && stage != VersionStage.SCHEDULED) {
            throw new Conflict(WORDING.text("noPreview", version));
        }
        return versions.terms(version);
    }
}
