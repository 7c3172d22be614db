package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Sha256;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open candidate: a copy of the release in force in which files are replaced. At most one. */
@Service
@RetryOnCollision
@Transactional
public class Candidates {

    private static final Wording WORDING = Wording.of(Candidates.class);
    private static final int MOST_FILES = 30;

    private final ReleaseTable releases;
    private final DraftFiles files;
    private final ReleaseEventTable events;
    private final Releases current;
    private final ReleaseChecks checks;
    private final CurrentPerson person;
    private final Clock clock;

    Candidates(
            ReleaseTable releases,
            DraftFiles files,
            ReleaseEventTable events,
            Releases current,
            ReleaseChecks checks,
            CurrentPerson person,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.events = events;
        this.current = current;
        this.checks = checks;
        this.person = person;
        this.clock = clock;
    }

    /** A file as it was sent. */
    public record UploadedFile(String name, byte[] content) {}

    /**
     * What came of an upload.
     *
     * @param changed names of the files that are now other than before
     * @param alsoChangedBy logins of others who changed the candidate since the edition that was named; where none was,
     *     since this person changed it last
     */
    public record Upload(Release release, List<String> changed, List<Finding> findings, List<String> alsoChangedBy) {

        public Upload {
            changed = List.copyOf(changed);
            findings = List.copyOf(findings);
            alsoChangedBy = List.copyOf(alsoChangedBy);
        }
    }

    /**
     * What came of bringing a candidate up to the release in force.
     *
     * @param lookAgain names of the files that were changed here and there: the candidate keeps its own
     */
    public record Rebased(Release release, List<String> lookAgain) {

        public Rebased {
            lookAgain = List.copyOf(lookAgain);
        }
    }

    /**
     * @throws Conflict when there is one
     */
    public Release begin() {
        mustRedesign();
        releases.lock();
        mustHaveNone();
        return current.release(files.copyOfInForce());
    }

    /**
     * Begins with the changes of a release that was rejected or withdrawn; everything else is as in the release in force.
     *
     * @throws Conflict when there is a candidate, or that release was not given up
     */
    public Rebased beginFrom(int number) {
        mustRedesign();
        releases.lock();
        mustHaveNone();
        ReleaseRow given = releases.find(number).orElseThrow(() -> Releases.none(number));
        if (given.state() != ReleaseRow.State.REJECTED && given.state() != ReleaseRow.State.WITHDRAWN) {
            throw new Conflict(WORDING.text("notGivenUp", number));
        }
        return merge(files.copyOfInForce(), given);
    }

    /**
     * Puts files into the candidate, which is begun when there is none; each replaces the one with its id. Files with
     * findings are kept: a candidate may be wrong, a sealed release may not.
     *
     * @param edition the edition that the person read; null when they saw none (Modeler)
     * @throws Invalid when a file is none, or too large
     */
    public Upload upload(List<UploadedFile> sent, Origin origin, @Nullable Integer edition) {
        mustRedesign();
        List<ModelFile> identified = identified(sent);
        releases.lock();
        ReleaseRow draft = releases.draft().orElseGet(files::copyOfInForce);
        String login = person.get().login();
        List<String> others = events.othersSince(draft.number(), login, edition);
        Map<String, ReleaseFile> there = files.byId(draft.number());
        Map<String, ReleaseFile> base = files.ofBase(draft);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> changed = new ArrayList<>();
        for (ModelFile each : identified) {
            String sha256 = Sha256.hex(each.content());
            ReleaseFile known = there.get(each.id());
            if (known != null && known.file().kind() != each.kind()) {
                throw Invalid.field(
                        each.name(),
                        WORDING.text("otherKind", each.id(), known.file().name()));
            }
            ReleaseFile before = base.get(each.id());
            if (known == null || !known.sha256().equals(sha256)) {
                ReleaseFile wanted = before != null && before.sha256().equals(sha256)
                        ? DraftFiles.carried(before)
                        : new ReleaseFile(each, sha256, origin, login, now);
                files.put(draft.number(), wanted);
                changed.add(each.name());
            }
        }
        if (!changed.isEmpty()) {
            draft = files.changed(
                    draft.number(),
                    ReleaseEvent.Kind.UPLOADED,
                    changed,
                    LineDetails.of("way", ReleaseCodes.code(origin)));
        }
        return new Upload(current.release(draft), changed, checks.now(draft.number()), others);
    }

    /** A file is again as in the release it began with; one that is new goes. */
    public Release revert(int edition, String fileId) {
        mustRedesign();
        ReleaseRow draft = draft(edition);
        ReleaseFile there = files.byId(draft.number()).get(fileId);
        ReleaseFile before = files.ofBase(draft).get(fileId);
        ReleaseFile named = there == null ? before : there;
        if (named == null) {
            throw new NotFound(WORDING.text("noFile", draft.number(), fileId));
        }
        if (before == null) {
            files.remove(draft.number(), fileId);
        } else {
            files.put(draft.number(), DraftFiles.carried(before));
        }
        return current.release(files.changed(
                draft.number(),
                ReleaseEvent.Kind.FILE_REVERTED,
                List.of(named.file().name()),
                LineDetails.of("base", draft.base())));
    }

    /**
     * Another release took effect since it began: files that nobody touched here are taken from there. Of those that were
     * changed here and there the candidate keeps its own, and says so.
     */
    public Rebased rebase(int edition) {
        mustRedesign();
        ReleaseRow draft = draft(edition);
        return current.isBase(draft) ? new Rebased(current.release(draft), List.of()) : merge(draft, draft);
    }

    /** Of the gate, for the edition as it stands; of a sealed one as it was sealed. */
    @Transactional(readOnly = true)
    public List<Finding> findings(int number) {
        Release release = current.release(number);
        return release.stage() == ReleaseStage.DRAFT ? checks.now(number) : checks.asSealed(number);
    }

    /**
     * @param changes the release whose changes to its base are kept
     */
    private Rebased merge(ReleaseRow draft, ReleaseRow changes) {
        int inForce = current.binding(clock.instant());
        FileMerge merged = FileMerge.of(files.ofBase(changes), files.byId(changes.number()), files.byId(inForce));
        files.replace(draft.number(), inForce, merged.files());
        ReleaseRow now = files.changed(
                draft.number(),
                ReleaseEvent.Kind.REBASED,
                merged.lookAgain(),
                LineDetails.of("base", inForce)
                        .and("of", changes.number() == draft.number() ? null : changes.number()));
        return new Rebased(current.release(now), merged.lookAgain());
    }

    /** With every file that is none, at once. */
    private List<ModelFile> identified(List<UploadedFile> sent) {
        if (sent.isEmpty()) {
            throw Invalid.field("files", WORDING.text("noFiles"));
        }
        if (sent.size() > MOST_FILES) {
            throw Invalid.field("files", WORDING.text("tooManyFiles", MOST_FILES));
        }
        List<ModelFile> identified = new ArrayList<>();
        List<Invalid.Violation> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (UploadedFile each : sent) {
            try {
                ModelFile file = checks.identify(each);
                if (!ids.add(file.id())) {
                    wrong.add(new Invalid.Violation(each.name(), WORDING.text("sentTwice", file.id())));
                }
                identified.add(new ModelFile(
                        file.id(), file.kind(), file.id() + file.kind().ending(), file.content()));
            } catch (Invalid none) {
                wrong.addAll(none.violations());
            }
        }
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
        return identified;
    }

    private ReleaseRow draft(int edition) {
        releases.lock();
        ReleaseRow draft = releases.draft().orElseThrow(() -> new Conflict(WORDING.text("noDraft")));
        if (draft.edition() != edition) {
            throw new Conflict(WORDING.text(
                    "editedMeanwhile",
                    draft.number(),
                    String.join(
                            ", ",
                            events.othersSince(draft.number(), person.get().login(), edition))));
        }
        return draft;
    }

    private void mustHaveNone() {
        releases.draft().ifPresent(draft -> {
            throw new Conflict(WORDING.text("oneDraft", draft.number()));
        });
    }

    private void mustRedesign() {
        person.get().mustHave(Permission.REDESIGN);
    }
}
