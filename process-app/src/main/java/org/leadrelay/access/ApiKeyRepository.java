package org.leadrelay.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of API keys. */
interface ApiKeyRepository extends JpaRepository<ApiKeyEntity, UUID> {

    List<ApiKeyEntity> findAllByOrderByCreatedAtAscIdAsc();

    Optional<ApiKeyEntity> findByHashAndRevokedAtIsNull(byte[] hash);

    @Query("select k.id from ApiKeyEntity k where k.name = :name")
    List<UUID> idsNamed(String name);
}
