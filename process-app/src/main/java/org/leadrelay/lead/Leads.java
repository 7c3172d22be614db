package org.leadrelay.lead;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Repository of leads to be changed, which locks a lead's row to the end of the transaction. What only reads
 * leads reads them by SQL, and needs {@link #flush} before it.
 */
interface Leads extends Repository<Lead, UUID> {

    Lead save(Lead lead);

    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Lead l where l.id = ?1")
    Optional<Lead> locked(UUID id);

    /** Those of the two that are no part of another lead, locked in one fixed order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Lead l where l.id in (?1, ?2) and l.mergedInto is null order by l.id")
    List<Lead> lockedPair(UUID one, UUID other);

    /** Whether a record of this origin is part of the lead. */
    @Query(value = "select exists (select from lead_record where lead_id = ?1 and origin = ?2)", nativeQuery = true)
    boolean broughtBy(UUID id, String origin);

    @Query("select l.mergedInto from Lead l where l.id = ?1 and l.mergedInto is not null")
    Optional<UUID> survivorOf(UUID id);

    /** By lead the one that has taken it in, through as many merges as there were, or itself; those that are gone are absent. */
    @Query(value = """
        with recursive now (asked, id) as (
            select id, id from lead where id in (?1)
            union all
            select now.asked, lead.merged_into from now join lead on lead.id = now.id where lead.merged_into is not null)
        select now.asked as lead, now.id as living from now join lead on lead.id = now.id
        where lead.merged_into is null and lead.undone_at is null
        """, nativeQuery = true)
    List<Living> living(Collection<UUID> ids);

    /** A lead, and the one that stands for it now. */
    interface Living {
        UUID getLead();

        UUID getLiving();
    }

    /** Whether it is there, no part of another, and its import not undone. */
    @Query("select count(l) > 0 from Lead l where l.id = ?1 and l.mergedInto is null and l.undoneAt is null")
    boolean isLiving(UUID id);

    @Query("select l.owner from Lead l where l.id = ?1")
    Optional<String> ownerOf(UUID id);
}
