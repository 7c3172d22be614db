package org.leadrelay.redesign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leadrelay.redesign.RunningLeads.Begun;
import org.leadrelay.redesign.RunningLeads.DeployedFile;

/**
 * Comparison of the deployments by which leads go on with the one in force, by content: every release deploys all files,
 * so a new number alone says nothing.
 */
final class OlderVersions {

    private record Key(String deployment, String id) {}

    private final String inForce;
    private final List<Begun> begun;
    private final Map<Key, DeployedFile> files = new HashMap<>();

    OlderVersions(String inForce, List<Begun> begun, List<DeployedFile> files) {
        this.inForce = inForce;
        this.begun = List.copyOf(begun);
        files.forEach(each -> this.files.put(new Key(each.deployment(), each.id()), each));
    }

    /**
     * The number under which the model or table in force was deployed.
     *
     * @throws IllegalStateException when the deployment in force has none of this id
     */
    int versionInForce(String id) {
        DeployedFile file = files.get(new Key(inForce, id));
        if (file == null) {
            throw new IllegalStateException("the deployment in force, " + inForce + ", has no " + id);
        }
        return file.version();
    }

    /** Whether this model or table has other content in that deployment than in the one in force. */
    boolean differs(String deployment, String id) {
        DeployedFile there = files.get(new Key(deployment, id));
        DeployedFile now = files.get(new Key(inForce, id));
        return there != null && (now == null || !there.hash().equals(now.hash()));
    }

    /** The numbers under which what is in force was deployed, now and before. */
    Set<Integer> sameAsInForce(String id) {
        Set<Integer> same = new HashSet<>();
        files.forEach((key, file) -> {
            if (key.id().equals(id) && !differs(key.deployment(), id)) {
                same.add(file.version());
            }
        });
        return same;
    }

    /** How many leads go on with other content of this model or table than this. */
    long leadsBesides(String id, String hash) {
        return begun.stream()
                .filter(each -> {
                    DeployedFile file = files.get(new Key(each.deployment(), id));
                    return file != null && !file.hash().equals(hash);
                })
                .mapToLong(Begun::leads)
                .sum();
    }

    /** The versions with other content by which leads go on, the newest first. */
    List<OlderVersion> of(String id) {
        Map<Integer, Long> leads = new TreeMap<>(Comparator.reverseOrder());
        for (Begun each : begun) {
            DeployedFile file = files.get(new Key(each.deployment(), id));
            if (file != null && differs(each.deployment(), id)) {
                leads.merge(file.version(), each.leads(), Long::sum);
            }
        }
        List<OlderVersion> older = new ArrayList<>();
        leads.forEach((version, count) -> older.add(new OlderVersion(version, count)));
        return older;
    }
}
