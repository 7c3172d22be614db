package org.leadrelay.promise;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** Repository of promises as entities. */
interface PromiseRepository extends JpaRepository<PromiseEntity, UUID> {

    String OPEN_BEFORE = """
        select p from PromiseEntity p
        where p.state = :state and p.endedAt is null and p.charterVersion < :before
        order by p.dueAt, p.id\
        """;

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
        select p from PromiseEntity p
        where p.leadId = :leadId and p.clause = :clause and p.endedAt is null\
        """)
    Optional<PromiseEntity> lock(UUID leadId, String clause);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PromiseEntity p where p.id = :id")
    Optional<PromiseEntity> lock(UUID id);

    /** In a fixed order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
        select p from PromiseEntity p where p.leadId = :leadId and p.endedAt is null
        order by p.clause\
        """)
    List<PromiseEntity> lockAll(UUID leadId);

    /** Soonest due first. */
    @QueryHints({
        @QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true"),
        @QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "500")
    })
    @Query(OPEN_BEFORE)
    Stream<PromiseEntity> open(PromiseColumns.State state, int before);

    @Query(OPEN_BEFORE)
    List<PromiseEntity> open(PromiseColumns.State state, int before, Pageable page);

    @Query("""
        select count(p) from PromiseEntity p
        where p.state = :state and p.endedAt is null and p.charterVersion < :before\
        """)
    long countOpen(PromiseColumns.State state, int before);

    List<PromiseEntity> findByLeadIdOrderByOpenedAtAscIdAsc(UUID leadId);
}
