package org.leadrelay.worklist;

import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rebuild of the inbox on an administrator's word, told to open screens and put on record. */
@Service
public class InboxRebuild {

    private final InboxReconciliation reconciliation;
    private final InboxChanges changes;
    private final CurrentPerson current;
    private final OperationLog log;

    InboxRebuild(InboxReconciliation reconciliation, InboxChanges changes, CurrentPerson current, OperationLog log) {
        this.reconciliation = reconciliation;
        this.changes = changes;
        this.current = current;
        this.log = log;
    }

    /** For administrators. */
    @Transactional
    public Rebuilt rebuild() {
        current.get().mustHave(Permission.REBUILD_READ_MODELS);
        Rebuilt rebuilt = reconciliation.run();
        changes.add(InboxChange.MUCH);
        log.add(
                StreamKind.OPERATION,
                Kind.INBOX_REBUILT,
                "task_item",
                LineDetails.of("running", rebuilt.running())
                        .and("added", rebuilt.added())
                        .and("removed", rebuilt.removed())
                        .and("corrected", rebuilt.corrected())
                        .and("recounted", rebuilt.recounted())
                        .map());
        return rebuilt;
    }

    /**
     * What was found.
     *
     * @param running tasks in the inbox now
     * @param added tasks that were missing
     * @param removed rows whose task had ended
     * @param corrected rows that told something else than their task
     * @param recounted kinds of task of which there were more or fewer than counted
     */
    public record Rebuilt(int running, int added, int removed, int corrected, int recounted) {}
}
