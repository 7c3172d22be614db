package org.leadrelay.redesign;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.ModelStore.Deployed;
import org.springframework.stereotype.Component;

/** Deployment of a draft as a whole, with which it is sealed. */
@Component
class ReleaseDeployment {

    private static final Wording WORDING = Wording.of(ReleaseDeployment.class);

    private final ReleaseTable releases;
    private final ReleaseFileTable files;
    private final ReleaseDefinitionTable definitions;
    private final ModelStore store;
    private final CurrentPerson person;
    private final Clock clock;

    ReleaseDeployment(
            ReleaseTable releases,
            ReleaseFileTable files,
            ReleaseDefinitionTable definitions,
            ModelStore store,
            CurrentPerson person,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.definitions = definitions;
        this.store = store;
        this.person = person;
        this.clock = clock;
    }

    /**
     * @return the id of the deployment
     * @throws Conflict when the engine cannot read it, whatever the gate said
     */
    String deploy(ReleaseRow draft, String title) {
        int number = draft.number();
        SortedMap<String, byte[]> contents = new TreeMap<>();
        files.of(number)
                .forEach(each -> contents.put(each.file().name(), each.file().content()));
        Deployed deployed;
        try {
            deployed = store.deploy("Release " + number, "release", contents);
        } catch (ModelStore.NotDeployable e) {
            throw new Conflict(WORDING.text("notDeployable", number, e.getMessage()));
        }
        definitions.put(number, deployed.definitions());
        releases.seal(
                number,
                title,
                person.get().login(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                deployed.deploymentId());
        return deployed.deploymentId();
    }
}
