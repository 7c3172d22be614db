package org.leadrelay.access;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Repository of teams. */
interface TeamRepository extends JpaRepository<TeamEntity, UUID> {

    @EntityGraph(attributePaths = "members")
    @Query("select t from TeamEntity t order by collate(t.name as people)")
    List<TeamEntity> allByName();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from TeamEntity t where t.id = :id")
    Optional<TeamEntity> lock(UUID id);

    @Query("select t.id from TeamEntity t where :login member of t.members")
    Set<UUID> idsOf(String login);

    @Query("""
        select other from TeamEntity t join t.members other where :login member of t.members\
        """)
    Set<String> matesOf(String login);

    @Query("""
        select p.login from PersonEntity p
        where not exists (select 1 from TeamEntity t where p.login member of t.members)
        """)
    Set<String> peopleWithoutTeam();
}
