package org.leadrelay.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Data directory of the embedded PostgreSQL. A kill in the middle of making it leaves half of one, which no
 * server starts on.
 */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String COMPLETE = "lead-relay.complete";

    private final Path directory;

    Cluster(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /**
     * Moves half a cluster away rather than deleting it: nothing was stored in it, and it may still
     * be looked at.
     */
    void setAsideIfIncomplete() throws IOException {
        if (!Files.exists(directory) || Files.exists(directory.resolve(COMPLETE))) {
            return;
        }
        Path aside = directory.resolveSibling(directory.getFileName() + ".incomplete");
        for (int i = 2; Files.exists(aside); i++) {
            aside = directory.resolveSibling(directory.getFileName() + ".incomplete-" + i);
        }
        Files.move(directory, aside);
        LOG.warn("Setting up the database was interrupted before; what it left is in {}", aside);
    }

    void markComplete() throws IOException {
        Path mark = directory.resolve(COMPLETE);
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
    }
}
