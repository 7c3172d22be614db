package org.leadrelay.access;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Repository of roles. */
interface RoleRepository extends JpaRepository<RoleEntity, String> {

    List<RoleEntity> findAllByOrderByName();

    @Query("select r from RoleEntity r join r.permissions allowed where allowed = :permission order by r.name")
    List<RoleEntity> findAllowed(String permission);

    @EntityGraph(attributePaths = "permissions")
    List<RoleEntity> findAllBy();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RoleEntity r where r.name = :name")
    Optional<RoleEntity> lock(String name);

    @Query(value = "select count(*) from person_role where role = :name", nativeQuery = true)
    long countHolders(String name);
}
