package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.leadrelay.access.Actor;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Sha256;
import org.leadrelay.redesign.gate.ModelFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Offer of an upgrade's models where people have releases of their own: the files that nobody changed are put into the draft, which
 * is begun where there is none. A file that somebody changed stays theirs.
 */
@Component
class ShippedOffer {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedOffer.class);

    private final ReleaseTable releases;
    private final DraftFiles files;
    private final ReleaseChecks checks;
    private final ShippedTable shipped;
    private final Clock clock;

    ShippedOffer(ReleaseTable releases, DraftFiles files, ReleaseChecks checks, ShippedTable shipped, Clock clock) {
        this.releases = releases;
        this.files = files;
        this.checks = checks;
        this.shipped = shipped;
        this.clock = clock;
    }

    void offer(String checksum, SortedMap<String, byte[]> models) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<ModelFile> brought = new ArrayList<>();
        models.forEach((name, content) -> brought.add(checks.identify(new Candidates.UploadedFile(name, content))));
        ReleaseRow draft = releases.draft().orElseGet(files::copyOfInForce);
        Map<String, ReleaseFile> there = files.byId(draft.number());
        List<String> offered = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (ModelFile each : brought) {
            String sha256 = Sha256.hex(each.content());
            ReleaseFile known = there.get(each.id());
            if (known == null || shipped.isOurs(each.id(), known.sha256())) {
                if (known == null || !known.sha256().equals(sha256)) {
                    files.put(draft.number(), new ReleaseFile(each, sha256, Origin.SHIPPED, Actor.SYSTEM.login(), now));
                    offered.add(each.name());
                }
            } else if (!known.sha256().equals(sha256) && !shipped.isOurs(each.id(), sha256)) {
                kept.add(each.name());
            }
        }
        shipped.add(checksum, null, now);
        shipped.files(checksum, brought);
        if (!offered.isEmpty()) {
            files.changed(
                    draft.number(),
                    ReleaseEvent.Kind.UPLOADED,
                    offered,
                    LineDetails.of("way", ReleaseCodes.code(Origin.SHIPPED)));
        }
        LOG.info(
                "The models that came with the product are offered in release {}: {}. Changed here and there, and kept"
                        + " as they are here: {}",
                draft.number(),
                offered,
                kept);
    }
}
