package org.leadrelay.audit.verification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.FindingCode;
import org.leadrelay.audit.verification.VerificationRun.State;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/** Verifications of the log, for whoever reads all of it: asked for, watched, cancelled, listed with who asked. */
@Service
public class Verifications {

    private static final Wording WORDING = Wording.of(Verifications.class);

    private static final String ALL = "all";
    private static final String LEAD = "lead";

    private final VerificationTable table;
    private final VerificationWork work;
    private final VerificationRunner runner;
    private final CurrentPerson person;
    private final Clock clock;

    Verifications(
            VerificationTable table,
            VerificationWork work,
            VerificationRunner runner,
            CurrentPerson person,
            Clock clock) {
        this.table = table;
        this.work = work;
        this.runner = runner;
        this.person = person;
        this.clock = clock;
    }

    /** Has everything verified in the background; joins one that waits or runs already. */
    public VerificationRun ofAll() {
        Actor asking = allowed();
        UUID id = UUID.randomUUID();
        table.add(id, ALL, null, asking.login(), clock.instant());
        runner.nudge();
        return table.find(id).or(table::openOfAll).orElseThrow(() -> new Conflict(WORDING.text("ended")));
    }

    /** Verifies one lead's log, or another stream of lines, at once. */
    public VerificationRun ofLead(UUID stream) {
        Actor asking = allowed();
        UUID id = UUID.randomUUID();
        table.add(id, LEAD, stream, asking.login(), clock.instant());
        work.run(get(id), () -> false);
        return get(id);
    }

    /**
     * @throws NotFound when there is none
     */
    public VerificationRun get(UUID id) {
        allowed();
        return table.find(id).orElseThrow(() -> new NotFound(WORDING.text("unknown", id)));
    }

    /** What did not fit, the first thousand of it. */
    public List<VerificationFinding> findings(UUID id) {
        allowed();
        return table.findings(id, VerificationTable.MOST_KEPT).stream()
                .map(each -> new VerificationFinding(each.code(), each.stream(), each.seq(), meaning(each.code())))
                .toList();
    }

    /** The newest first. */
    public List<VerificationRun> newest(int most) {
        allowed();
        return table.newest(most);
    }

    /** The last one of everything that came to its end. */
    public Optional<VerificationRun> lastOfAll() {
        allowed();
        return table.newestDone(ALL);
    }

    /**
     * Ends one before its end; what it found so far stays.
     *
     * @throws Conflict when it has ended
     */
    public VerificationRun cancel(UUID id) {
        get(id);
        if (!table.end(id, State.CANCELLED, clock.instant())) {
            throw new Conflict(WORDING.text("ended"));
        }
        return get(id);
    }

    /** What a code means, in the reader's language. */
    public static String meaning(String code) {
        return WORDING.textOr("finding." + code, code);
    }

    /** The same. */
    public static String meaning(FindingCode code) {
        return meaning(code.code());
    }

    private Actor allowed() {
        Actor asking = person.get();
        asking.mustHave(Permission.READ_AUDIT);
        return asking;
    }
}
