package org.leadrelay.ui.redesign;

import java.util.Arrays;
import java.util.List;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseFile;
import org.leadrelay.redesign.difference.ModelChange;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Severity;

/**
 * Release with all that its page shows, read once for a drawing.
 *
 * @param before the files of the release that it began with
 * @param changes what it says differently from those
 */
record ReleaseContent(
        Release release,
        List<ReleaseFile> files,
        List<ModelFile> before,
        List<Finding> findings,
        List<ModelChange> changes) {

    List<ModelFile> models() {
        return files.stream().map(ReleaseFile::file).toList();
    }

    long count(Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).count();
    }

    boolean isRefused() {
        return count(Severity.REFUSAL) > 0;
    }

    /** Whether it says what the release says with which it began. */
    boolean isUnchanged() {
        return models().stream().noneMatch(this::isChanged);
    }

    /** Whether a file is another than in the release with which it began. */
    boolean isChanged(ModelFile file) {
        return before.stream()
                .noneMatch(each -> each.id().equals(file.id())
                        && each.name().equals(file.name())
                        && Arrays.equals(each.content(), file.content()));
    }
}
