package org.leadrelay.charter;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leadrelay.charter.CharterEntity.State;
import org.springframework.data.domain.Limit;
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

    /** The number of the one in a state that only one can be in, without what it says. */
    @Query("select c.version from CharterEntity c where c.state = :state")
    Optional<Integer> versionIn(State state);

    /** The number of the one that came with the product, for as long as no other has taken effect; without what it says. */
    @Query("""
        select c.version from CharterEntity c
        where c.state = :signed and c.basedOn is null and c.inForceFrom <= :now and not exists (
            select 1 from CharterEntity other
            where other.state = :signed and other.basedOn is not null and other.inForceFrom <= :now)\
        """)
    Optional<Integer> shipped(State signed, Instant now);

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

    /** Every figure that binds or did, the version in force last. */
    @Query("""
        select new org.leadrelay.charter.AgreedFigure(c.inForceFrom, figure.metric, figure.value, c.currency)
        from CharterEntity c join c.figures figure
        where c.state = :state and c.inForceFrom <= :now
        order by c.inForceFrom, c.version\
        """)
    List<AgreedFigure> figuresUntil(State state, Instant now);

    /** Those that bind or did and have a clause, the newest first. */
    @Query("""
        select c from CharterEntity c join c.clauses clause
        where clause.name = :clause and c.state = :state and c.inForceFrom <= :now
        order by c.inForceFrom desc, c.version desc\
        """)
    List<CharterEntity> boundWith(State state, Instant now, String clause, Limit limit);

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
