package org.leadrelay.intake;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.intake.ImportJobEntity.State;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Repository of import jobs. */
interface ImportJobRepository extends JpaRepository<ImportJobEntity, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select j from ImportJobEntity j where j.id = :id")
    Optional<ImportJobEntity> lock(UUID id);

    @Query("select j.id from ImportJobEntity j where j.state in :states order by j.createdAt, j.id")
    List<UUID> idsIn(Collection<State> states);

    boolean existsByIdAndState(UUID id, State state);

    long countByStateNot(State state);

    /** Their files go with them. */
    @Modifying
    @Query("delete from ImportJobEntity j where j.state = :state and j.createdAt < :before")
    int deleteIn(State state, Instant before);
}
