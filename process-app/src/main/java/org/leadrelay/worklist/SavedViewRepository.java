package org.leadrelay.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of saved views. */
interface SavedViewRepository extends JpaRepository<SavedViewEntity, UUID> {

    @Query("select v from SavedViewEntity v where v.person = :person order by collate(v.name as" + " people)")
    List<SavedViewEntity> of(String person);

    Optional<SavedViewEntity> findByPersonAndName(String person, String name);

    Optional<SavedViewEntity> findByIdAndPerson(UUID id, String person);

    long countByPerson(String person);
}
