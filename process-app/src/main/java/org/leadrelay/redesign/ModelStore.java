package org.leadrelay.redesign;

import java.util.List;
import java.util.SortedMap;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;

/** Port to the engine's deployments: a release is deployed as a whole, and once deployed never changes. */
public interface ModelStore {

    /**
     * A process or table as it was deployed.
     *
     * @param key its id in the model
     * @param id by which the engine knows this version of it
     */
    record Definition(FileKind kind, String key, int version, String id) {}

    /** What the engine made of a set of files. */
    record Deployed(String deploymentId, List<Definition> definitions, List<ModelFile> files) {

        public Deployed {
            definitions = List.copyOf(definitions);
            files = List.copyOf(files);
        }
    }

    /** Exception of files that the engine cannot read, with its words. */
    final class NotDeployable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotDeployable(String words, Throwable cause) {
            super(words, cause);
        }
    }

    /**
     * Deploys in the transaction at hand, which changes nothing for leads.
     *
     * @param source whose it is: {@code shipped}, {@code release}
     * @param files contents by name
     * @throws NotDeployable when the engine cannot read them
     */
    Deployed deploy(String name, String source, SortedMap<String, byte[]> files);

    /** A deployment as it was made. */
    Deployed deployed(String deploymentId);

    /**
     * What the models of a deployment name that this product does not have: steps and listeners. Empty when all is there.
     */
    List<String> missingSteps(String deploymentId);
}
