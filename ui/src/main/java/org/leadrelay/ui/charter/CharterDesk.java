package org.leadrelay.ui.charter;

import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.Change;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Difference;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.ModelConsistency;
import org.leadrelay.charter.SignOff;
import org.leadrelay.export.RecomputationExports;
import org.leadrelay.promise.RecomputationPreview;
import org.leadrelay.ui.component.Times;
import org.springframework.stereotype.Component;

/** Presenter of the charter's page. */
@Component
class CharterDesk {

    private final CharterVersions versions;
    private final CharterDrafts drafts;
    private final SignOff signOff;
    private final Difference difference;
    private final ModelConsistency soundness;
    private final RecomputationPreview recomputation;
    private final RecomputationExports recomputationFile;
    private final Mandates mandates;
    private final CurrentPerson person;
    private final CharterChoices choices;
    private final AgreedTables tables;
    private final Times times;

    CharterDesk(
            CharterVersions versions,
            CharterDrafts drafts,
            SignOff signOff,
            Difference difference,
            ModelConsistency soundness,
            RecomputationPreview recomputation,
            RecomputationExports recomputationFile,
            Mandates mandates,
            CurrentPerson person,
            CharterChoices choices,
            AgreedTables tables,
            Times times) {
        this.versions = versions;
        this.drafts = drafts;
        this.signOff = signOff;
        this.difference = difference;
        this.soundness = soundness;
        this.recomputation = recomputation;
        this.recomputationFile = recomputationFile;
        this.mandates = mandates;
        this.person = person;
        this.choices = choices;
        this.tables = tables;
        this.times = times;
    }

    /** Takes a version after something was done to it. */
    interface Shown extends SerializableConsumer<CharterVersion> {}

    CharterVersions versions() {
        return versions;
    }

    CharterDrafts drafts() {
        return drafts;
    }

    SignOff signOff() {
        return signOff;
    }

    CharterWords words() {
        return choices.words();
    }

    RecomputationPreview recomputation() {
        return recomputation;
    }

    RecomputationExports recomputationFile() {
        return recomputationFile;
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

    List<Finding> findings(CharterVersion version) {
        return soundness.of(version.provisions());
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
        return Optional.of(choices.words().changes(changes, before));
    }

    /** Who can sign for this side, the head first; empty when nobody was named. */
    String signers(Mandate mandate) {
        Mandates.Mandated mandated = mandates.of(mandate);
        return Stream.concat(
                        Stream.ofNullable(mandated.holder()),
                        mandated.deputies().stream().sorted())
                .map(choices.words()::person)
                .collect(Collectors.joining(", "));
    }

    boolean mayWrite() {
        return person.get().may(Permission.PROPOSE_CHARTER);
    }

    boolean mayWithdraw() {
        Actor actor = person.get();
        return mayWrite() || !mandates.heldBy(actor.login()).isEmpty();
    }

    boolean mayBegin() {
        return mayWrite() && versions.draft().isEmpty() && versions.scheduled().isEmpty();
    }
}
