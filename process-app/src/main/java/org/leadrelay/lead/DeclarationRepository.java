package org.leadrelay.lead;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of declarations about the people that origins, sources and kinds of capture bring. */
interface DeclarationRepository extends Repository<DeclarationEntity, DeclarationEntity.About> {

    List<DeclarationEntity> findAllByOrderByAboutScopeAscAboutNameAsc();

    /** Adds it, or puts it in the place of the one about the same. */
    DeclarationEntity saveAndFlush(DeclarationEntity declaration);

    Optional<DeclarationEntity> findById(DeclarationEntity.About about);

    @Modifying
    @Query("delete from DeclarationEntity d where d.about = ?1")
    int withdraw(DeclarationEntity.About about);

    /** One change at a time, so that two who declare the same for the first time do not collide. */
    @Modifying
    @Query(value = "lock table declaration in share row exclusive mode", nativeQuery = true)
    void lock();
}
