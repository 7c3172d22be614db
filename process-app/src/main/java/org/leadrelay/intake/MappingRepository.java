package org.leadrelay.intake;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Repository of named mappings. */
interface MappingRepository extends JpaRepository<MappingEntity, String> {

    List<MappingEntity> findAllByOrderByName();
}
