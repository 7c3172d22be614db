package org.leadrelay.redesign;

import java.util.Map;
import java.util.TreeMap;
import org.leadrelay.platform.NotFound;
import org.leadrelay.redesign.gate.FileKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Count of the leads that go on with other models and tables than those of a release, to their end. Counted by content: to what
 * a release takes up again, leads have never stopped going by.
 */
@Service
public class ContinuingLeads {

    private final Releases releases;
    private final RunningLeads running;

    ContinuingLeads(Releases releases, RunningLeads running) {
        this.releases = releases;
        this.running = running;
    }

    /**
     * How many leads go on with other content, by the id of each model and table of the release.
     *
     * @throws NotFound when there is no such release
     */
    @Transactional(readOnly = true)
    public Map<String, Long> besides(int release) {
        OlderVersions begun = new OlderVersions(releases.current().deploymentId(), running.begun(), running.files());
        Map<String, Long> leads = new TreeMap<>();
        for (ReleaseFile each : releases.files(release)) {
            if (each.file().kind() != FileKind.WORDS) {
                leads.put(each.file().id(), begun.leadsBesides(each.file().id(), each.sha256()));
            }
        }
        return leads;
    }
}
