package org.leadrelay.charter;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leadrelay.charter.CharterEntity.State;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Repository of the charter's versions. */
interface Charters extends JpaRepository<CharterEntity, Integer> {

    Optional<CharterEntity> findFirstByStateAndInForceFromLessThanEqualOrderByInForceFromDescVersionDesc(
            State state, Instant at);

    /** The next version that takes effect. */
    Optional<CharterEntity> findFirstByStateAndInForceFromGreaterThanOrderByInForceFrom(State state, Instant at);

    boolean existsByCalendarAndStateAndInForceFromGreaterThan(String calendar, State state, Instant at);

    /** The one on its way to be signed. */
    Optional<CharterEntity> findFirstByStateIn(Collection<State> states);

    List<CharterEntity> findAllByOrderByVersionDesc();

    @Query("select max(c.version) from CharterEntity c")
    int newestVersion();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CharterEntity c where c.version = :version")
    Optional<CharterEntity> lock(int version);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CharterEntity c where c.state in :states")
    Optional<CharterEntity> lockOpen(Collection<State> states);

    @Query("""
        select min(c.inForceFrom) from CharterEntity c
        where c.state = :state and c.recompute and c.inForceFrom > :after\
        """)
    Optional<Instant> nextToRecompute(State state, Instant after);

    /** Every clause that binds or did, the version in force last. */
    @Query("""
        select clause from CharterEntity c join c.clauses clause
        where c.state = :state and c.inForceFrom <= :now
        order by c.inForceFrom, c.version\
        """)
    List<Clause> clausesUntil(State state, Instant now);

    @Query("select c.calendar from CharterEntity c where c.version = :version")
    Optional<String> calendarOf(int version);

    /** Versions in force that have promises to move still, oldest first. */
    @Query("""
        select c.version from CharterEntity c
        where c.state = :state and c.recompute and c.recomputedAt is null and c.inForceFrom <= :now
        order by c.inForceFrom, c.version\
        """)
    List<Integer> toRecompute(State state, Instant now);
}
