package org.leadrelay.redesign;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.LineDetails;
import org.springframework.stereotype.Component;

/** Files of the draft, and of the release that it began with: every change of them is a new edition, with its hash and its event. */
@Component
class DraftFiles {

    private final ReleaseTable releases;
    private final ReleaseFileTable files;
    private final ReleaseEventTable events;
    private final Releases current;
    private final CurrentPerson person;
    private final Clock clock;

    DraftFiles(
            ReleaseTable releases,
            ReleaseFileTable files,
            ReleaseEventTable events,
            Releases current,
            CurrentPerson person,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.events = events;
        this.current = current;
        this.person = person;
        this.clock = clock;
    }

    /** A draft that is a copy of the release in force. */
    ReleaseRow copyOfInForce() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int base = current.binding(now);
        int number = releases.begin(base, "", person.get().login(), now);
        carry(base, number);
        ReleaseRow begun = releases.find(number).orElseThrow();
        events.note(begun, ReleaseEvent.Kind.BEGUN, "", LineDetails.of("base", base));
        current.changed();
        return begun;
    }

    /** All files of one release in another that has none, as they are. */
    void carry(int from, int to) {
        List<ReleaseFile> all = files.of(from).stream().map(DraftFiles::carried).toList();
        all.forEach(each -> files.put(to, each));
        releases.content(to, ReleaseHash.of(all));
    }

    Map<String, ReleaseFile> byId(int release) {
        return files.of(release).stream()
                .collect(toMap(each -> each.file().id(), each -> each, (one, other) -> one, LinkedHashMap::new));
    }

    /** Those that a release began with; none for the first. */
    Map<String, ReleaseFile> ofBase(ReleaseRow release) {
        return release.base() == null ? Map.of() : byId(release.base());
    }

    /**
     * The draft has these files and no others.
     *
     * @param base the release that it is compared with from now on
     */
    void replace(int draft, int base, Map<String, ReleaseFile> wanted) {
        byId(draft).keySet().stream()
                .filter(each -> !wanted.containsKey(each))
                .forEach(each -> files.remove(draft, each));
        wanted.values().forEach(each -> files.put(draft, each));
        releases.base(draft, base);
    }

    void put(int draft, ReleaseFile file) {
        files.put(draft, file);
    }

    void remove(int draft, String file) {
        files.remove(draft, file);
    }

    /** Files were changed: a new edition of the draft. */
    ReleaseRow changed(int draft, ReleaseEvent.Kind kind, List<String> names, LineDetails details) {
        releases.content(draft, ReleaseHash.of(files.of(draft)));
        ReleaseRow now = releases.find(draft).orElseThrow();
        events.note(now, kind, String.join(", ", names), details.and("files", names));
        current.changed();
        return now;
    }

    void changed() {
        current.changed();
    }

    static ReleaseFile carried(ReleaseFile file) {
        return new ReleaseFile(file.file(), file.sha256(), Origin.CARRIED, file.person(), file.at());
    }
}
