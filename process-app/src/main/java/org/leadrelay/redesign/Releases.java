package org.leadrelay.redesign;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.FileKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Query of the releases, and cache of the one in force: read once, and again when the next one's moment has come or
 * any node publishes a change.
 */
@Service
public class Releases {

    private static final Wording WORDING = Wording.of(Releases.class);
    private static final String TOPIC = "releases";

    private final ReleaseTable releases;
    private final ReleaseFileTable files;
    private final ReleaseDefinitionTable definitions;
    private final ReleaseEventTable events;
    private final Charter charter;
    private final CurrentPerson person;
    private final NodeBroadcast nodes;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Held held;

    /**
     * @param since the moment from which it is in force
     * @param until when the next one is; far away when none is approved
     */
    private record Held(InForce inForce, Instant since, Instant until) {

        boolean holdsAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }

    Releases(
            ReleaseTable releases,
            ReleaseFileTable files,
            ReleaseDefinitionTable definitions,
            ReleaseEventTable events,
            Charter charter,
            CurrentPerson person,
            NodeBroadcast nodes,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.definitions = definitions;
        this.events = events;
        this.charter = charter;
        this.person = person;
        this.nodes = nodes;
        this.clock = clock;
    }

    @PostConstruct
    void listenForChanges() {
        nodes.listen(TOPIC, told -> forget(), this::forget);
    }

    /** The newest approved release whose moment has come. */
    public InForce current() {
        Instant now = clock.instant();
        Held known = held;
        if (known == null || !known.holdsAt(now)) {
            int before = changes.get();
            known = read(now);
            if (!TransactionSynchronizationManager.hasResource(this)) {
                held = known;
            }
            if (before != changes.get()) {
                held = null; // what was read may be what was there before
            }
        }
        return known.inForce();
    }

    /** Newest first. */
    public List<Release> all() {
        mustRead();
        Instant now = clock.instant();
        int inForce = binding(now);
        return releases.all().stream().map(each -> each.release(inForce, now)).toList();
    }

    /**
     * @throws NotFound when there is no such release
     */
    public Release release(int number) {
        mustRead();
        return releases.find(number).map(this::release).orElseThrow(() -> none(number));
    }

    /** The candidate that is being worked on, if any. */
    public Optional<Release> open() {
        mustRead();
        return releases.draft().map(this::release);
    }

    /** By name. */
    public List<ReleaseFile> files(int number) {
        release(number);
        return files.of(number);
    }

    /** Oldest first. */
    public List<ReleaseEvent> events(int number) {
        release(number);
        return events.of(number);
    }

    Release release(ReleaseRow row) {
        Instant now = clock.instant();
        return row.release(binding(now), now);
    }

    /** Whether the release in force is the one that this one began with: otherwise it would undo what came between. */
    boolean isBase(ReleaseRow release) {
        return release.base() != null && release.base() == binding(clock.instant());
    }

    /** Whether this version of a table is deployed with a release that may take effect and has not yet. */
    public boolean isComing(String decision, int version) {
        return releases.isComing(decision, version, clock.instant());
    }

    /** The ids of the models' versions that are deployed with releases that may take effect and have not yet. */
    public List<String> comingModels() {
        return releases.comingModels(clock.instant());
    }

    /**
     * The number of the release in force, read past the cache: the cached one is the one before the change at hand. 0
     * in a database that has none yet.
     */
    int binding(Instant now) {
        return releases.inForce(now).map(ReleaseRow::number).orElse(0);
    }

    /**
     * In this transaction something about releases changed. After its commit every node reads again; until then what
     * this transaction reads is its own.
     */
    void changed() {
        nodes.tellEveryone(TOPIC, "");
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, TOPIC);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(Releases.this);
                }
            });
        }
    }

    static NotFound none(int number) {
        return new NotFound(WORDING.text("noRelease", number));
    }

    /**
     * With a release that is read anew the charter is, too: one that took effect together with it is known to this node
     * before the first journey starts by the release.
     */
    private Held read(Instant now) {
        ReleaseRow row = releases.inForce(now)
                .orElseThrow(() -> new IllegalStateException("No release of the models is in force at " + now));
        Instant until = releases.scheduled(now).stream()
                .map(ReleaseRow::inForceFrom)
                .findFirst()
                .orElse(Instant.MAX);
        Instant since = row.inForceFrom();
        if (row.charterVersion() != null) {
            charter.forget();
        }
        List<ModelStore.Definition> deployed = definitions.of(row.number());
        return new Held(
                new InForce(
                        row.number(),
                        String.valueOf(row.deploymentId()),
                        deployed.stream()
                                .filter(each -> each.kind() == FileKind.PROCESS)
                                .collect(toMap(ModelStore.Definition::key, ModelStore.Definition::id)),
                        deployed.stream()
                                .filter(each -> each.kind() == FileKind.DECISION)
                                .collect(toMap(ModelStore.Definition::key, ModelStore.Definition::version))),
                since == null || since.isAfter(now) ? Instant.MIN : since,
                until);
    }

    private void mustRead() {
        person.get().mustHave(Permission.READ_PROCESS);
    }

    private void forget() {
        changes.incrementAndGet();
        held = null;
    }
}
