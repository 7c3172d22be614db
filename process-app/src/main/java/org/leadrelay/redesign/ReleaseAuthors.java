package org.leadrelay.redesign;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Four-eyes rule of releases: whoever changed a file of one, or sealed it, does not approve it. */
@Component
class ReleaseAuthors {

    private static final Set<Origin> BY_A_PERSON = Set.of(Origin.MODELER, Origin.BROWSER);
    private static final Set<ReleaseEvent.Kind> CHANGES =
            Set.of(ReleaseEvent.Kind.UPLOADED, ReleaseEvent.Kind.FILE_REVERTED);

    private final ReleaseFileTable files;
    private final ReleaseEventTable events;

    ReleaseAuthors(ReleaseFileTable files, ReleaseEventTable events) {
        this.files = files;
        this.events = events;
    }

    /** Also those whose change another one has replaced since. */
    Set<String> of(ReleaseRow release) {
        Set<String> authors = new TreeSet<>();
        if (release.sealedBy() != null) {
            authors.add(release.sealedBy());
        }
        List<ReleaseFile> all = files.of(release.number());
        all.stream()
                .filter(each -> BY_A_PERSON.contains(each.origin()))
                .map(ReleaseFile::person)
                .forEach(authors::add);
        events.of(release.number()).stream()
                .filter(each -> CHANGES.contains(each.kind()))
                .map(ReleaseEvent::person)
                .forEach(authors::add);
        return authors;
    }
}
