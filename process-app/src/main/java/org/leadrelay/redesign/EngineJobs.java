package org.leadrelay.redesign;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to the jobs of the process engine that failed: given up, or waiting to be tried again. */
public interface EngineJobs {

    /**
     * Failed jobs of one element.
     *
     * @param model the process id; null for the engine's own jobs
     * @param version the newest of the model among them; 0 where there is no model
     * @param element where they failed; null where the engine does not know
     * @param waiting how many will be tried again by themselves
     * @param since when the first was given up; null when none was
     * @param nextTry when the first of those that wait is tried again; null when none waits
     * @param failure of the one that was given up last, or failed
     */
    record Group(
            @Nullable String model,
            int version,
            @Nullable String element,
            long givenUp,
            long waiting,
            @Nullable Instant since,
            @Nullable Instant nextTry,
            FailureCause failure) {}

    /**
     * One failed job.
     *
     * @param instance of the process; null for the engine's own jobs
     * @param lead whose journey waits for it; null for the engine's own jobs
     * @param since when it was given up; null while it is tried again by itself
     * @param nextTry when it is tried again by itself; null when it was given up
     */
    record Job(
            String id,
            @Nullable String model,
            int version,
            @Nullable String element,
            @Nullable String instance,
            @Nullable UUID lead,
            @Nullable Instant since,
            @Nullable Instant nextTry,
            FailureCause failure) {}

    /**
     * Where jobs failed.
     *
     * @param model null for the engine's own jobs
     * @param element null where the engine does not know
     */
    record Place(@Nullable String model, @Nullable String element) {}

    /** Those with the most given up first. */
    List<Group> groups();

    /** At one place or, without one, everywhere: given up first, and the oldest before others. */
    List<Job> at(@Nullable Place place, int offset, int limit);

    /** Jobs that were given up, at one place or, without one, everywhere. */
    List<String> givenUp(@Nullable Place place);

    /**
     * These jobs as far as they still have failed, their rows locked to the end of the transaction in one fixed order.
     */
    List<Job> lock(Collection<String> ids);

    boolean exists(String id);

    /** The trace of the error as the engine kept it. */
    Optional<String> trace(String id);

    /**
     * @param tries after so many failures it is given up
     * @param from not before
     */
    void tryAgain(Collection<String> ids, int tries, Instant from);
}
