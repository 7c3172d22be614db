package org.leadrelay.worklist;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of notes. */
interface NoteRepository extends JpaRepository<NoteEntity, Long> {

    @Query("""
        select new org.leadrelay.worklist.Notes$Note(
            n.taskId, n.leadId, n.step, n.field, n.label, n.words, n.person, p.displayName, n.writtenAt)
        from NoteEntity n left join PersonEntity p on p.login = n.person
        where n.leadId in :leads order by n.writtenAt desc, n.id desc limit 200\
        """)
    List<Notes.Note> of(Collection<UUID> leads);

    @Query(nativeQuery = true, value = """
        select count(*) from task_note where lead_id = :leadId and field = :field
            and written_at >= (select max(started_at) from journey where lead_id = :leadId)
        """)
    int countInLivingJourney(UUID leadId, String field);
}
