package org.leadrelay.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.ApiKeys.ApiKey;
import org.leadrelay.platform.AssignedId;

/** API key of a system, stored as a hash. */
@Entity
@Table(name = "api_key")
@DynamicUpdate
class ApiKeyEntity extends AssignedId<UUID> {

    @Id
    private UUID id;

    @Column
    private String name;

    @Column
    private String origin;

    @Column
    private @Nullable String source;

    @Column
    private byte[] hash;

    @Column
    private String createdBy;

    @Column
    private Instant createdAt;

    @Column
    private @Nullable Instant revokedAt;

    @Column
    private @Nullable Instant lastUsedAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column
    private List<String> scopes;

    protected ApiKeyEntity() {}

    ApiKeyEntity(
            String name,
            String origin,
            @Nullable String source,
            Set<KeyScope> scopes,
            byte[] hash,
            String createdBy,
            Instant createdAt) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.origin = origin;
        this.source = source;
        this.scopes = codes(scopes);
        this.hash = hash;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Ends it; what is revoked already stays so since then. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    void open(Set<KeyScope> newScopes) {
        scopes = codes(newScopes);
    }

    private static List<String> codes(Set<KeyScope> scopes) {
        return scopes.stream().sorted().map(KeyScope::code).toList();
    }

    private Set<KeyScope> scopes() {
        return scopes.stream()
                .flatMap(each -> KeyScope.of(each).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyScope.class)));
    }

    void noteUse(Instant now) {
        lastUsedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    ApiKey key() {
        return new ApiKey(id, name, origin, source, scopes(), createdBy, createdAt, revokedAt, lastUsedAt);
    }

    /** The system that calls with it. */
    Actor system() {
        return new Actor("key:" + name, name, Set.of(), Set.of(), Set.of(), true, origin, source, scopes(), id);
    }
}
