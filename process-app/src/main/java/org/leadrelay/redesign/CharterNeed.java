package org.leadrelay.redesign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterEffect;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Pairing of a release with the draft of the charter: one that changes what both sides signed takes effect when both have signed
 * again. The draft then pins the tables as they were deployed.
 */
@Component
class CharterNeed {

    private static final Wording WORDING = Wording.of(CharterNeed.class);

    private final ReleaseTable releases;
    private final PinnedTables pinned;
    private final CharterVersions versions;
    private final CharterDrafts drafts;
    private final CharterEffect effect;

    CharterNeed(
            ReleaseTable releases,
            PinnedTables pinned,
            CharterVersions versions,
            CharterDrafts drafts,
            CharterEffect effect) {
        this.releases = releases;
        this.pinned = pinned;
        this.versions = versions;
        this.drafts = drafts;
        this.effect = effect;
    }

    /** The draft of the charter, before the releases are locked. */
    void lock() {
        effect.lockDraft();
    }

    /**
     * @param sealed deployed by now
     * @throws Conflict when the charter cannot be changed now
     */
    ReleaseRow pairIfNeeded(ReleaseRow sealed) {
        if (!pinned.needsCharter(sealed)) {
            return sealed;
        }
        CharterVersion draft = versions.draft().orElseGet(drafts::begin);
        if (draft.stage() == VersionStage.PROPOSED) {
            throw new Conflict(WORDING.text("charterProposed", sealed.number(), draft.version()));
        }
        Optional<ReleaseRow> other = releases.ofCharter(draft.version());
        if (other.isPresent()) {
            throw new Conflict(
                    WORDING.text("charterTaken", draft.version(), other.get().number(), sealed.number()));
        }
        drafts.edit(draft.edition(), pinning(draft.provisions(), sealed));
        releases.pair(sealed.number(), draft.version());
        return releases.find(sealed.number()).orElseThrow();
    }

    private CharterContent pinning(CharterContent said, ReleaseRow release) {
        Map<String, PinnedTable> tables = new TreeMap<>();
        said.tables().forEach(each -> tables.put(each.decision(), each));
        pinned.changedBy(release).forEach(each -> tables.put(each.decision(), each));
        return said.rewriting().tables(List.copyOf(tables.values())).text();
    }
}
