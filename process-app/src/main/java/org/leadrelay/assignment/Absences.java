package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of absences. */
interface Absences extends JpaRepository<AbsenceEntity, UUID> {

    /** Everybody's, also those that lie ahead. */
    @Query("""
        select a from AbsenceEntity a where a.until is null or a.until > :now
        order by a.from\
        """)
    List<AbsenceEntity> notOverAt(Instant now);

    @Query("""
        select a from AbsenceEntity a
        where a.login = :login and a.from <= :now and (a.until is null or a.until > :now)\
        """)
    List<AbsenceEntity> runningAt(String login, Instant now);

    /** The last of somebody's, those that are over too, newest first. */
    List<AbsenceEntity> findTop20ByLoginAndFromLessThanEqualOrderByFromDesc(String login, Instant now);

    Optional<AbsenceEntity> findByIdAndLogin(UUID id, String login);
}
