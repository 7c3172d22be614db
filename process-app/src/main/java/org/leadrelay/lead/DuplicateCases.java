package org.leadrelay.lead;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of pairs of leads that may be one person. */
interface DuplicateCases extends Repository<DuplicateCaseEntity, UUID> {

    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from DuplicateCaseEntity c where c.id = ?1")
    Optional<DuplicateCaseEntity> locked(UUID id);

    Page<DuplicateCaseEntity> findByStateOrderByOpenedAtAscIdAsc(String state, Pageable page);

    boolean existsByLeadAAndLeadBAndState(UUID leadA, UUID leadB, String state);
}
