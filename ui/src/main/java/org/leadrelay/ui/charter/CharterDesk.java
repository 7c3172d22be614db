package org.leadrelay.ui.charter;

import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterRelease;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.ModelConsistency;
import org.leadrelay.charter.PairedRelease;
import org.leadrelay.charter.SignOff;
import org.leadrelay.export.RecomputationExports;
import org.leadrelay.promise.RecomputationPreview;
import org.leadrelay.ui.component.Times;
import org.springframework.stereotype.Component;

/** Presenter of the work on the charter: drafting, proposing, signing, recomputing. */
@Component
class CharterDesk {

    private final CharterReader reader;
    private final CharterRights rights;
    private final CharterDrafts drafts;
    private final SignOff signOff;
    private final ModelConsistency soundness;
    private final CharterRelease release;
    private final RecomputationPreview recomputation;
    private final RecomputationExports recomputationFile;

    CharterDesk(
            CharterReader reader,
            CharterRights rights,
            CharterDrafts drafts,
            SignOff signOff,
            ModelConsistency soundness,
            CharterRelease release,
            RecomputationPreview recomputation,
            RecomputationExports recomputationFile) {
        this.reader = reader;
        this.rights = rights;
        this.drafts = drafts;
        this.signOff = signOff;
        this.soundness = soundness;
        this.release = release;
        this.recomputation = recomputation;
        this.recomputationFile = recomputationFile;
    }

    /** Takes a version after something was done to it. */
    interface Shown extends SerializableConsumer<CharterVersion> {}

    CharterReader reader() {
        return reader;
    }

    CharterRights rights() {
        return rights;
    }

    CharterVersions versions() {
        return reader.versions();
    }

    CharterWords words() {
        return reader.words();
    }

    Times times() {
        return reader.times();
    }

    CharterDrafts drafts() {
        return drafts;
    }

    SignOff signOff() {
        return signOff;
    }

    RecomputationPreview recomputation() {
        return recomputation;
    }

    RecomputationExports recomputationFile() {
        return recomputationFile;
    }

    List<Finding> findings(CharterVersion version) {
        return soundness.of(version);
    }

    /** The release of the models that takes effect with this version. */
    Optional<PairedRelease.Partner> release(CharterVersion version) {
        return release.of(version);
    }

    boolean mayBegin() {
        return rights.mayWrite()
                && versions().draft().isEmpty()
                && versions().scheduled().isEmpty();
    }
}
