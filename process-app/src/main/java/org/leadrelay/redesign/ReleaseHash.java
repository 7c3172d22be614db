package org.leadrelay.redesign;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.leadrelay.platform.Sha256;

/** Content hash (SHA-256) of a release: of a line for each file, sorted by id, with kind, id, name and the hash of its content. */
final class ReleaseHash {

    private ReleaseHash() {}

    static String of(Collection<ReleaseFile> files) {
        return Sha256.hex(files.stream()
                .sorted(Comparator.comparing(each -> each.file().id()))
                .map(ReleaseHash::line)
                .collect(Collectors.joining("\n")));
    }

    private static String line(ReleaseFile file) {
        return String.join(
                "\t", file.file().kind().code(), file.file().id(), file.file().name(), file.sha256());
    }
}
