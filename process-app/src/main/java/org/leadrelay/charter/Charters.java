package org.leadrelay.charter;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Charters extends JpaRepository<CharterEntity, Integer> {

    Optional<CharterEntity> findFirstByInForceFromLessThanEqualOrderByInForceFromDescVersionDesc(
            Instant at);
}
