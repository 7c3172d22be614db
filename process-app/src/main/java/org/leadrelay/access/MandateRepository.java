package org.leadrelay.access;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Repository of mandates. */
interface MandateRepository extends JpaRepository<MandateEntity, String> {

    List<MandateEntity> findAllByOrderByName();

    /** The codes of those for which this login may sign, as the holder or as a deputy. */
    @Query("select m.name from MandateEntity m where m.holder = :login or :login member of m.deputies order by m.name")
    List<String> heldBy(String login);

    /** Both: what one may hold depends on the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from MandateEntity m order by m.name")
    List<MandateEntity> lockBoth();
}
