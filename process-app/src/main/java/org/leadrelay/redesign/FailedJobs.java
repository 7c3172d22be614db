package org.leadrelay.redesign;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of the engine's failed jobs by element: why in words, since when, and which leads wait for them. */
@Service
@Transactional(readOnly = true)
public class FailedJobs {

    private static final Wording WORDING = Wording.of(FailedJobs.class, "jobs");

    private final EngineJobs jobs;
    private final LeadCards cards;
    private final ModelNames names;
    private final CurrentPerson person;

    FailedJobs(EngineJobs jobs, LeadCards cards, ModelNames names, CurrentPerson person) {
        this.jobs = jobs;
        this.cards = cards;
        this.names = names;
        this.person = person;
    }

    /** Where jobs failed, those with the most given up first. */
    public List<FailedStep> steps() {
        person.get().mustHave(Permission.READ_PROCESS);
        Locale language = Wording.language();
        return jobs.groups().stream()
                .map(each -> new FailedStep(
                        each.model(),
                        each.model() == null
                                ? ""
                                : names.in(each.model(), each.version()).step(each.model(), language),
                        each.element(),
                        name(each.model(), each.version(), each.element(), language),
                        each.givenUp(),
                        each.waiting(),
                        each.since(),
                        each.nextTry(),
                        each.failure().cause().code(),
                        each.failure().words(language)))
                .toList();
    }

    /**
     * The failed jobs at one place or, without one, everywhere; those that were given up first. The lead is named to
     * whoever may see it.
     */
    public Page<FailedJob> at(EngineJobs.@Nullable Place place, int offset, int limit) {
        Actor actor = person.get();
        actor.mustHave(Permission.READ_PROCESS);
        Page.checkRows(offset, limit);
        List<EngineJobs.Job> found = jobs.at(place, offset, limit);
        Map<UUID, String> leads = named(found, actor);
        Locale language = Wording.language();
        long total = jobs.groups().stream()
                .filter(each -> place == null || place.equals(new EngineJobs.Place(each.model(), each.element())))
                .mapToLong(each -> each.givenUp() + each.waiting())
                .sum();
        return new Page<>(
                found.stream().map(each -> seen(each, leads, language)).toList(), total);
    }

    /**
     * The trace of a job's error, for whoever watches the operation: it may name what is known of a lead.
     *
     * @throws NotFound when there is no such job, or it left none
     */
    public String trace(String id) {
        person.get().mustHave(Permission.WATCH_OPERATION);
        return jobs.trace(id).orElseThrow(() -> new NotFound(WORDING.text("noTrace")));
    }

    private Map<UUID, String> named(List<EngineJobs.Job> found, Actor actor) {
        Set<UUID> leads = found.stream()
                .map(EngineJobs.Job::lead)
                .filter(Objects::nonNull)
                .collect(toSet());
        if (leads.isEmpty() || !actor.mayAny(Permission.SEE_EVERY_LEAD, Permission.SEE_TEAM_LEADS)) {
            return Map.of();
        }
        return cards.among(leads, Set.of(), actor, 0, leads.size()).items().stream()
                .collect(toMap(LeadRow::id, LeadRow::name));
    }

    private FailedJob seen(EngineJobs.Job job, Map<UUID, String> leads, Locale language) {
        String lead = job.lead() == null ? null : leads.get(job.lead());
        return new FailedJob(
                job.id(),
                job.model(),
                job.element(),
                name(job.model(), job.version(), job.element(), language),
                lead == null ? null : job.lead(),
                lead,
                job.since(),
                job.nextTry(),
                job.failure().cause().code(),
                job.failure().words(language));
    }

    private String name(@Nullable String model, int version, @Nullable String element, Locale language) {
        return model == null || element == null
                ? WORDING.text(language, model == null ? "ofEngine" : "unknownStep")
                : names.in(model, version).step(element, language);
    }
}
