package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.leadrelay.access.Actor;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Sha256;
import org.leadrelay.redesign.ModelStore.Deployed;
import org.leadrelay.redesign.ShippedTable.Came;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases of the models that come with the product: the first one, and each product upgrade's as long as nobody has made a
 * release of their own.
 */
@Service
public class ShippedModels {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
    private static final String PRODUCT = Actor.SYSTEM.login();
    private static final String TITLE = "Shipped with Lead Relay";

    private final ReleaseTable releases;
    private final DraftFiles files;
    private final ReleaseDefinitionTable definitions;
    private final ReleaseEventTable events;
    private final ShippedTable shipped;
    private final ShippedOffer offer;
    private final ModelStore store;
    private final Clock clock;
    private volatile Brought brought = new Brought("", Map.of());

    /**
     * Models of the product that runs here.
     *
     * @param models contents by name
     */
    record Brought(String checksum, Map<String, byte[]> models) {}

    ShippedModels(
            ReleaseTable releases,
            DraftFiles files,
            ReleaseDefinitionTable definitions,
            ReleaseEventTable events,
            ShippedTable shipped,
            ShippedOffer offer,
            ModelStore store,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.definitions = definitions;
        this.events = events;
        this.shipped = shipped;
        this.offer = offer;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The product starts and brings these models; what was brought before changes nothing. A database of a version without
     * releases goes on with what is deployed there. Over a release of an owner they are offered as a draft.
     *
     * @param models contents by name
     */
    @Transactional
    public void bring(String checksum, SortedMap<String, byte[]> models) {
        brought = new Brought(checksum, models);
        releases.lock();
        shipped.withoutFiles()
                .forEach(each -> shipped.files(each.checksum(), deployed(each).files()));
        List<Came> before = shipped.all();
        if (releases.all().isEmpty() && !before.isEmpty()) {
            Came last = before.get(before.size() - 1);
            release(deployed(last), last.at());
        }
        if (before.stream().noneMatch(each -> each.checksum().equals(checksum))) {
            if (releases.ownersHaveApproved()) {
                offer.offer(checksum, models);
            } else {
                arrive(checksum, models);
            }
        }
    }

    Brought brought() {
        return brought;
    }

    /**
     * What the models that are in force, or will be, name and this product lacks; empty when all is there.
     *
     * @return in words, one release each
     */
    @Transactional(readOnly = true)
    public List<String> missingSteps() {
        Instant now = clock.instant();
        return Stream.concat(releases.inForce(now).stream(), releases.scheduled(now).stream())
                .distinct()
                .flatMap(each -> missing(each).stream())
                .toList();
    }

    private Optional<String> missing(ReleaseRow release) {
        List<String> missing = store.missingSteps(String.valueOf(release.deploymentId()));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Release %d of the models names what this version of the product does not have: %s."
                        .formatted(release.number(), String.join(", ", missing)));
    }

    private void arrive(String checksum, SortedMap<String, byte[]> models) {
        Deployed deployed = store.deploy("Lead Relay", "shipped", models);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        shipped.add(checksum, deployed.deploymentId(), now);
        shipped.files(checksum, deployed.files());
        int number = release(deployed, now);
        LOG.info("Release {} of the models came with the product: {}", number, models.keySet());
    }

    private Deployed deployed(Came set) {
        return store.deployed(String.valueOf(set.deploymentId()));
    }

    private int release(Deployed deployed, Instant from) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Integer base = releases.inForce(now).map(ReleaseRow::number).orElse(null);
        int number = releases.begin(base, TITLE, PRODUCT, now);
        List<ReleaseFile> all = deployed.files().stream()
                .map(each -> new ReleaseFile(each, Sha256.hex(each.content()), Origin.SHIPPED, PRODUCT, now))
                .toList();
        all.forEach(each -> files.put(number, each));
        releases.content(number, ReleaseHash.of(all));
        definitions.put(number, deployed.definitions());
        releases.seal(number, TITLE, PRODUCT, now, deployed.deploymentId());
        releases.approve(number, PRODUCT, now, null);
        releases.inForceFrom(number, from);
        ReleaseRow made = releases.find(number).orElseThrow();
        for (ReleaseEvent.Kind each :
                List.of(ReleaseEvent.Kind.SEALED, ReleaseEvent.Kind.APPROVED, ReleaseEvent.Kind.IN_FORCE)) {
            events.note(made, each, "", LineDetails.of("deployment", deployed.deploymentId()));
        }
        files.changed();
        return number;
    }
}
