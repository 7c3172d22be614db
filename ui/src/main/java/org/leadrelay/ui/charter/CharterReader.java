package org.leadrelay.ui.charter;

import java.util.List;
import java.util.Optional;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.Change;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Difference;
import org.leadrelay.ui.component.Times;
import org.springframework.stereotype.Component;

/** Presenter of the charter's versions for whoever reads them: what each says, and what it changed. */
@Component
class CharterReader {

    private final CharterVersions versions;
    private final Difference difference;
    private final CharterChoices choices;
    private final AgreedTables tables;
    private final Times times;

    CharterReader(
            CharterVersions versions, Difference difference, CharterChoices choices, AgreedTables tables, Times times) {
        this.versions = versions;
        this.difference = difference;
        this.choices = choices;
        this.tables = tables;
        this.times = times;
    }

    CharterVersions versions() {
        return versions;
    }

    CharterWords words() {
        return choices.words();
    }

    CharterChoices choices() {
        return choices;
    }

    AgreedTables tables() {
        return tables;
    }

    Times times() {
        return times;
    }

    /** What this version says differently from the one in force. */
    List<Change> difference(CharterVersion version) {
        return difference.between(versions.inForce().provisions(), version.provisions());
    }

    /** What a version changed of the one that it began from, in a sentence; empty for the first. */
    Optional<String> changed(CharterVersion version) {
        Integer before = version.basedOn();
        if (before == null) {
            return Optional.empty();
        }
        List<Change> changes = difference.between(versions.version(before).provisions(), version.provisions());
        return Optional.of(words().changes(changes, before));
    }
}
