package org.leadrelay.access;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Repository of people. */
interface PersonRepository extends JpaRepository<PersonEntity, String> {

    @EntityGraph(attributePaths = "roles")
    Optional<PersonEntity> findByLogin(String login);

    @EntityGraph(attributePaths = "roles")
    List<PersonEntity> findAllBy();

    @EntityGraph(attributePaths = "roles")
    @Query("""
        select p from PersonEntity p where p.active and :role member of p.roles
        order by p.login\
        """)
    List<PersonEntity> activeWith(String role);

    @Query("""
        select p.login from PersonEntity p where p.active and :role member of p.roles
        order by p.login\
        """)
    List<String> activeLoginsWith(String role);

    @Query("select p.displayName from PersonEntity p where p.login = :login")
    Optional<String> name(String login);

    /** The name of an API key, of which log lines tell by its id. */
    @Query("select concat('key:', k.name) from ApiKeyEntity k where concat('key:', cast(k.id as string)) = :author")
    Optional<String> keyName(String author);

    /** Ask before anything else reads this person: a lock does not read again what is known. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PersonEntity p where p.login = :login")
    Optional<PersonEntity> lock(String login);

    /** The logins of the active people whom a role allows this, in order. */
    @Query("""
        select distinct p.login from PersonEntity p join p.roles held, RoleEntity r join r.permissions allowed
        where p.active and r.name = held and allowed = :permission order by p.login\
        """)
    List<String> activeWhoMay(String permission);

    /** How many active people a permission is left to. */
    @Query("""
        select count(distinct p.login) from PersonEntity p join p.roles held, RoleEntity r join r.permissions allowed
        where p.active and r.name = held and allowed = :permission\
        """)
    long countActiveWhoMay(String permission);

    @Query("""
        select distinct allowed from RoleEntity r join r.permissions allowed where r.name in :roles\
        """)
    Set<String> permissionsOf(Collection<String> roles);

    /** What a session is checked against. */
    interface ActiveAccess {
        String getName();

        long getVersion();
    }

    @Query("""
        select p.displayName as name, p.accessVersion as version from PersonEntity p
        where p.login = :login and p.active\
        """)
    Optional<ActiveAccess> activeAccess(String login);

    @Query("select p.displayName from PersonEntity p where p.login = :login and p.active")
    Optional<String> activeName(String login);

    @Query("select p.passwordHash from PersonEntity p where p.login = :login and p.active")
    Optional<String> activePasswordHash(String login);

    @Modifying
    @Query("""
        update PersonEntity p set p.languageSeen = :language
        where p.login = :login and (p.languageSeen is null or p.languageSeen <> :language)\
        """)
    void speaks(String login, String language);

    boolean existsByLoginAndMustChangePasswordTrue(String login);

    /** Those that count now: none before the person has chosen a password. */
    @Query("""
        select role from PersonEntity p join p.roles role
        where p.login = :login and not p.mustChangePassword\
        """)
    Set<String> rolesInForce(String login);
}
