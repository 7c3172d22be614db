package org.leadrelay.intake;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MappingRepository extends JpaRepository<MappingEntity, String> {

    List<MappingEntity> findAllByOrderByName();
}
