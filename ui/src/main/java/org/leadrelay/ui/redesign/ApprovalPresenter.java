package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.redesign.ContinuingLeads;
import org.leadrelay.redesign.ReleaseFile;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.RunningLeads;
import org.leadrelay.redesign.gate.FileKind;

/** Presenter of what an approval leads to: leads that go on as they began, and the charter that goes with it. */
@org.springframework.stereotype.Component
class ApprovalPresenter {

    private final Releases releases;
    private final RunningLeads leads;
    private final ContinuingLeads continuing;
    private final CharterVersions versions;

    ApprovalPresenter(Releases releases, RunningLeads leads, ContinuingLeads continuing, CharterVersions versions) {
        this.releases = releases;
        this.leads = leads;
        this.continuing = continuing;
        this.versions = versions;
    }

    /** How many leads are on their way. */
    long running() {
        return leads.begun().stream().mapToLong(RunningLeads.Begun::leads).sum();
    }

    /** How many leads go on with another one, of each model and table that is another than the one in force, in sentences. */
    List<String> goOn(ReleaseContent content, Component said) {
        Map<String, String> now = releases.files(releases.current().release()).stream()
                .collect(Collectors.toMap(each -> each.file().id(), ReleaseFile::sha256));
        Map<String, Long> besides = continuing.besides(content.release().number());
        List<String> sentences = new ArrayList<>();
        for (ReleaseFile each : content.files()) {
            String before = now.get(each.file().id());
            if (each.file().kind() != FileKind.WORDS && before != null && !before.equals(each.sha256())) {
                sentences.add(said.getTranslation(
                        "redesign.then.goOn",
                        besides.get(each.file().id()),
                        each.file().id()));
            }
        }
        return sentences;
    }

    Optional<CharterVersion> charter(int version) {
        return versions.all().stream().filter(each -> each.version() == version).findFirst();
    }

    /** The version on its way, signed or not. */
    Optional<CharterVersion> charterToCome() {
        return versions.draft().or(versions::scheduled);
    }

    /** Whether a candidate changes a table that the charter in force pins. */
    boolean changesPinnedTable(ReleaseContent content) {
        Set<String> pinned = versions.inForce().provisions().tables().stream()
                .map(PinnedTable::decision)
                .collect(Collectors.toSet());
        return content.release().stage() == ReleaseStage.DRAFT
                && content.models().stream()
                        .anyMatch(each -> each.kind() == FileKind.DECISION
                                && pinned.contains(each.id())
                                && content.isChanged(each));
    }
}
