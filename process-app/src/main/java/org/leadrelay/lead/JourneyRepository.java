package org.leadrelay.lead;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of journeys, loaded with their row locked. */
interface JourneyRepository extends Repository<JourneyEntity, UUID> {

    JourneyEntity saveAndFlush(JourneyEntity journey);

    void flush();

    /** Waits for whoever is just ending it, and then finds none. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select j from JourneyEntity j where j.leadId = ?1 and j.endedAt is null")
    Optional<JourneyEntity> lockedLiving(UUID leadId);

    Optional<Journey> findByLeadIdAndEndedAtIsNull(UUID leadId);

    Optional<Journey> findFirstByLeadIdOrderByNumberDesc(UUID leadId);

    List<Journey> findByLeadIdOrderByNumberDesc(UUID leadId);
}
