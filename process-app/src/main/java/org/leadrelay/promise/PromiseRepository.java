package org.leadrelay.promise;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PromiseRepository extends JpaRepository<PromiseEntity, UUID> {

    /** As values: an entity read without a lock would stay as it was when the lock is taken. */
    @Query(
            """
            select new org.leadrelay.promise.Promise(p.leadId, p.clause, p.dueAt, p.remindAt, p.pausedAt,
                p.waitsUntil)
            from PromiseEntity p
            where p.leadId = :leadId and p.clause = :clause and p.endedAt is null""")
    Optional<Promise> running(UUID leadId, String clause);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            """
            select p from PromiseEntity p
            where p.leadId = :leadId and p.clause = :clause and p.endedAt is null""")
    Optional<PromiseEntity> lock(UUID leadId, String clause);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PromiseEntity p where p.id = :id")
    Optional<PromiseEntity> lock(UUID id);

    /** In a fixed order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            """
            select p from PromiseEntity p where p.leadId = :leadId and p.endedAt is null
            order by p.clause""")
    List<PromiseEntity> lockAll(UUID leadId);

    List<PromiseEntity> findByLeadIdOrderByOpenedAtAscIdAsc(UUID leadId);
}
