package org.leadrelay.redesign;

import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Severity;
import org.springframework.stereotype.Component;

/** Findings of the gate on releases: of a draft as it stands, of a sealed one as it was sealed. */
@Component
class ReleaseChecks {

    private static final Wording WORDING = Wording.of(ReleaseChecks.class);
    private static final int MOST_NAMED = 5;

    private final Gate gate;
    private final ReleaseFileTable files;
    private final ReleaseFindingTable findings;

    ReleaseChecks(Gate gate, ReleaseFileTable files, ReleaseFindingTable findings) {
        this.gate = gate;
        this.files = files;
        this.findings = findings;
    }

    ModelFile identify(Candidates.UploadedFile file) {
        return gate.identify(file.name(), file.content());
    }

    List<Finding> now(int release) {
        return gate.check(files.of(release).stream().map(ReleaseFile::file).toList());
    }

    List<Finding> asSealed(int release) {
        return findings.of(release);
    }

    void keep(int release, List<Finding> found) {
        findings.put(release, found);
    }

    /**
     * @throws Conflict when the gate refuses it
     */
    static void mustPass(int release, List<Finding> found) {
        List<Finding> refusals = refusals(found);
        if (!refusals.isEmpty()) {
            throw new Conflict(WORDING.text(
                    "refused",
                    release,
                    refusals.size(),
                    refusals.stream()
                            .limit(MOST_NAMED)
                            .map(each -> each.message(Wording.language()))
                            .collect(Collectors.joining(" "))));
        }
    }

    static List<Finding> refusals(List<Finding> found) {
        return found.stream()
                .filter(each -> each.severity() == Severity.REFUSAL)
                .toList();
    }
}
