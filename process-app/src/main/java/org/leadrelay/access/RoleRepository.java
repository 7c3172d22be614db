package org.leadrelay.access;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Repository of roles. */
interface RoleRepository extends JpaRepository<RoleEntity, String> {

    List<RoleEntity> findAllByOrderByName();
}
