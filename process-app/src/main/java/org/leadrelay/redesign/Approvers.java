package org.leadrelay.redesign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of who may approve a release: whoever has the permission and no hand in it (four-eyes principle). */
@Service
@Transactional(readOnly = true)
public class Approvers {

    private final Releases releases;
    private final Approval approval;
    private final People people;
    private final CurrentPerson person;

    Approvers(Releases releases, Approval approval, People people, CurrentPerson person) {
        this.releases = releases;
        this.approval = approval;
        this.people = people;
        this.person = person;
    }

    /** The logins of those who may approve it, in order. */
    public List<String> of(int number) {
        Set<String> authors = approval.authors(number);
        return people.loginsWhoMay(Permission.APPROVE_RELEASE).stream()
                .filter(each -> !authors.contains(each))
                .toList();
    }

    /** The newest release that the person of this request could approve now; empty when there is none. */
    public Optional<Integer> toApprove() {
        Actor actor = person.get();
        // Asked at every change of an inbox, and most people approve nothing: the releases are not read for them.
        if (!actor.may(Permission.APPROVE_RELEASE) || !actor.may(Permission.READ_PROCESS)) {
            return Optional.empty();
        }
        return releases.all().stream()
                .filter(each -> each.stage() == ReleaseStage.SEALED)
                .map(Release::number)
                .filter(each -> !approval.authors(each).contains(actor.login()))
                .findFirst();
    }
}
