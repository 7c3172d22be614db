package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.redesign.Approval;
import org.leadrelay.redesign.Approvers;
import org.leadrelay.redesign.Candidates;
import org.leadrelay.redesign.Candidates.Rebased;
import org.leadrelay.redesign.Candidates.Upload;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseFile;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.difference.ClauseTerms;
import org.leadrelay.redesign.difference.Differences;
import org.leadrelay.redesign.difference.ModelChange;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** Presenter of the releases' pages. */
@org.springframework.stereotype.Component
class ReleasePresenter {

    private final Releases releases;
    private final Candidates candidates;
    private final Approval approval;
    private final Approvers approvers;
    private final Differences differences;
    private final CurrentPerson person;
    private final People people;
    private final Times times;

    ReleasePresenter(
            Releases releases,
            Candidates candidates,
            Approval approval,
            Approvers approvers,
            ClauseTerms terms,
            CurrentPerson person,
            People people,
            Times times) {
        this.releases = releases;
        this.candidates = candidates;
        this.approval = approval;
        this.approvers = approvers;
        this.differences = new Differences(terms);
        this.person = person;
        this.people = people;
        this.times = times;
    }

    /** Takes a release after something was done to it. */
    interface Shown extends SerializableConsumer<Release> {}

    Releases releases() {
        return releases;
    }

    Candidates candidates() {
        return candidates;
    }

    Approval approval() {
        return approval;
    }

    Differences differences() {
        return differences;
    }

    Times times() {
        return times;
    }

    /** Everything that the page of a release shows. */
    ReleaseContent content(Release release) {
        List<ReleaseFile> files = releases.files(release.number());
        List<ModelFile> now = files.stream().map(ReleaseFile::file).toList();
        List<ModelFile> before = release.base() == 0 ? now : models(release.base());
        List<ModelChange> changes = release.base() == 0 ? List.of() : differences.between(before, now);
        return new ReleaseContent(release, files, before, candidates.findings(release.number()), changes);
    }

    List<ModelFile> models(int number) {
        return releases.files(number).stream().map(ReleaseFile::file).toList();
    }

    /** The newest release that was in force before the one that is now. */
    Optional<Release> previous() {
        return releases.all().stream()
                .filter(each -> each.stage() == ReleaseStage.PAST)
                .findFirst();
    }

    String name(String login) {
        return login.equals(Actor.SYSTEM.login()) ? Actor.SYSTEM.displayName() : people.displayName(login);
    }

    /** What a release is for; of one that nobody described, what it is. */
    String title(Release release, Component said) {
        if (!release.title().isEmpty()) {
            return release.title();
        }
        Integer back = release.rollsBackTo();
        if (back != null) {
            return said.getTranslation("redesign.untitled.back", back);
        }
        if (release.madeBy().equals(Actor.SYSTEM.login())) {
            return said.getTranslation("redesign.untitled.shipped");
        }
        return said.getTranslation(
                release.stage() == ReleaseStage.DRAFT ? "redesign.untitled.draft" : "redesign.untitled.other");
    }

    /** Says who else changed the candidate since it was read. */
    void tellOthers(Upload upload, Component said) {
        if (!upload.alsoChangedBy().isEmpty()) {
            String names = upload.alsoChangedBy().stream().map(this::name).collect(Collectors.joining(", "));
            Toasts.failed(said.getTranslation("redesign.upload.others", names));
        }
    }

    /** Says which files both changed, of which the candidate kept its own. */
    void tellLookAgain(Rebased rebased, Component said) {
        if (!rebased.lookAgain().isEmpty()) {
            Toasts.failed(said.getTranslation("redesign.moved.look", String.join(", ", rebased.lookAgain())));
        }
    }

    boolean mayRedesign() {
        return person.get().may(Permission.REDESIGN);
    }

    /** Whether the person may end a release before its moment, and ask to go back to an earlier one. */
    boolean mayTakeBack() {
        return person.get().mayAny(Permission.REDESIGN, Permission.APPROVE_RELEASE);
    }

    boolean mayApprove() {
        return person.get().may(Permission.APPROVE_RELEASE);
    }

    /** Whether the person changed a file of it, or sealed it, and so does not approve it. */
    boolean hadAHandIn(Release release) {
        return approval.authors(release.number()).contains(person.get().login());
    }

    /** Who may approve it. */
    String approvers(Release release, Component said) {
        String names =
                approvers.of(release.number()).stream().map(people::displayName).collect(Collectors.joining(", "));
        return names.isEmpty() ? said.getTranslation("redesign.approve.nobody") : names;
    }
}
