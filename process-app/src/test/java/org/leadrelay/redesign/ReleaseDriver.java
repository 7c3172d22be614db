package org.leadrelay.redesign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.leadrelay.platform.Sha256;
import org.leadrelay.process.EngineDriver;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes releases of the models for tests that are about something else: without gate, without a second person. */
@TestComponent
public class ReleaseDriver {

    private static final String OWNER = "owner";

    private final ReleaseTable releases;
    private final ReleaseFileTable files;
    private final ReleaseDefinitionTable definitions;
    private final ModelStore store;
    private final EngineDriver engine;
    private final Releases current;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReleaseDriver(
            ReleaseTable releases,
            ReleaseFileTable files,
            ReleaseDefinitionTable definitions,
            ModelStore store,
            EngineDriver engine,
            Releases current,
            TransactionTemplate transactions,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.definitions = definitions;
        this.store = store;
        this.engine = engine;
        this.current = current;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The shipped files, each changed. */
    public static SortedMap<String, byte[]> shipped(UnaryOperator<String> change) {
        TreeMap<String, byte[]> shipped = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : List.of("classpath*:processes/*", "classpath*:decisions/*")) {
                for (Resource file : resolver.getResources(pattern)) {
                    shipped.put(
                            String.valueOf(file.getFilename()),
                            change.apply(file.getContentAsString(StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shipped;
    }

    /** The shipped files and more of them. */
    public static SortedMap<String, byte[]> shippedAnd(Map<String, String> more) {
        SortedMap<String, byte[]> all = shipped(file -> file);
        more.forEach((name, content) -> all.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    /** Deployed, and in force at once. */
    public int inForce(String deployment, SortedMap<String, byte[]> models) {
        int number = sealed(deployment, models);
        inForceFrom(number, clock.instant());
        return number;
    }

    /** Deployed, and waiting. */
    public int sealed(String deployment, SortedMap<String, byte[]> models) {
        return transactions.execute(status -> {
            Instant now = clock.instant();
            ModelStore.Deployed deployed = engine.pastTheGate(() -> store.deploy(deployment, "tests", models));
            int number = releases.begin(1, deployment, OWNER, now);
            List<ReleaseFile> all = deployed.files().stream()
                    .map(each -> new ReleaseFile(each, Sha256.hex(each.content()), Origin.BROWSER, OWNER, now))
                    .toList();
            all.forEach(each -> files.put(number, each));
            releases.content(number, ReleaseHash.of(all));
            definitions.put(number, deployed.definitions());
            releases.seal(number, deployment, OWNER, now, deployed.deploymentId());
            current.changed();
            return number;
        });
    }

    /** A sealed one takes effect at that moment. */
    public void inForceFrom(int number, Instant moment) {
        transactions.executeWithoutResult(status -> {
            releases.approve(number, "another", clock.instant(), moment);
            releases.inForceFrom(number, moment.truncatedTo(ChronoUnit.MILLIS));
            current.changed();
        });
    }
}
