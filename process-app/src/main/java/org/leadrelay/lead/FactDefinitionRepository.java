package org.leadrelay.lead;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of fact definitions. */
interface FactDefinitionRepository extends Repository<FactDefinitionEntity, String> {

    Optional<FactDefinitionEntity> findById(String name);

    /** All with their values, by name. */
    @Query("select d from FactDefinitionEntity d left join fetch d.spellings order by d.name")
    List<FactDefinitionEntity> all();

    FactDefinitionEntity saveAndFlush(FactDefinitionEntity definition);

    /** One change at a time, so that two who define the same fact for the first time agree. */
    @Modifying
    @Query(value = "lock table fact_definition in share row exclusive mode", nativeQuery = true)
    void lock();
}
