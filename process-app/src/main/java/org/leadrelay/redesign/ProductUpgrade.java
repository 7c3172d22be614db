package org.leadrelay.redesign;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NotFound;
import org.leadrelay.redesign.ShippedModels.Brought;
import org.leadrelay.redesign.ShippedTable.Came;
import org.leadrelay.redesign.difference.Differences;
import org.leadrelay.redesign.difference.Upgrade;
import org.leadrelay.redesign.difference.Upgrade.Side;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Three-way comparison of a release's files with the models of the product's upgrade, where they were offered over an
 * owner's. It is made until a release that was sealed since then is in force: by then somebody has decided, file by file.
 */
@Service
public class ProductUpgrade {

    private final Releases releases;
    private final ReleaseFileTable files;
    private final ShippedModels models;
    private final ShippedTable shipped;
    private final ReleaseChecks checks;
    private final Differences differences;

    ProductUpgrade(
            Releases releases,
            ReleaseFileTable files,
            ShippedModels models,
            ShippedTable shipped,
            ReleaseChecks checks,
            Differences differences) {
        this.releases = releases;
        this.files = files;
        this.models = models;
        this.shipped = shipped;
        this.checks = checks;
        this.differences = differences;
    }

    /**
     * A file of the product's that it or somebody here changed.
     *
     * @param file as the product brings it
     * @param isNew whether the product did not bring it before
     * @param isTaken whether the release has it so
     * @param conflicts names of the elements that both changed in the same respect to something else
     */
    public record ProductFile(ModelFile file, Side side, boolean isNew, boolean isTaken, List<String> conflicts) {

        public ProductFile {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * @return by the file's id; empty where no upgrade waits for a decision
     * @throws NotFound when there is no such release
     */
    @Transactional(readOnly = true)
    public SortedMap<String, ProductFile> of(int number) {
        Release release = releases.release(number);
        Brought brought = models.brought();
        SortedMap<String, ProductFile> found = new TreeMap<>();
        if (release.base() == 0 || !isUndecided(brought, releases.release(release.base()))) {
            return found;
        }
        List<ModelFile> product = new ArrayList<>();
        brought.models()
                .forEach((name, content) -> product.add(checks.identify(new Candidates.UploadedFile(name, content))));
        Map<String, ModelFile> before = byId(files.asShipped(release.base()));
        Map<String, ModelFile> here = byId(files.of(number));
        List<ModelFile> origin = new ArrayList<>();
        List<ModelFile> own = new ArrayList<>();
        for (ModelFile each : product) {
            ModelFile was = before.get(each.id());
            ModelFile now = here.get(each.id());
            add(origin, was, each.name());
            add(own, isSame(now, each) ? was : now, each.name());
        }
        Upgrade upgrade = differences.upgrade(origin, product, own);
        for (Side side : Side.values()) {
            List<String> names = upgrade.files(side);
            product.stream()
                    .filter(each -> names.contains(each.name()))
                    .forEach(each -> found.put(
                            each.id(),
                            new ProductFile(
                                    each,
                                    side,
                                    !before.containsKey(each.id()),
                                    isSame(here.get(each.id()), each),
                                    conflicts(upgrade, each))));
        }
        return found;
    }

    /** Whether the newest models of the product are those of this node, came over an owner's, and wait since then. */
    private boolean isUndecided(Brought brought, Release base) {
        List<Came> all = shipped.all();
        if (all.isEmpty() || base.sealedAt() == null) {
            return false;
        }
        Came newest = all.get(all.size() - 1);
        return newest.checksum().equals(brought.checksum())
                && newest.deploymentId() == null
                && !base.sealedAt().isAfter(newest.at());
    }

    private static List<String> conflicts(Upgrade upgrade, ModelFile file) {
        return upgrade.elements().stream()
                .filter(each -> each.file().equals(file.name()) && each.isConflict())
                .map(Upgrade.Element::name)
                .toList();
    }

    private static void add(List<ModelFile> to, @Nullable ModelFile file, String name) {
        if (file != null) {
            to.add(new ModelFile(file.id(), file.kind(), name, file.content()));
        }
    }

    private static boolean isSame(@Nullable ModelFile one, ModelFile other) {
        return one != null && Arrays.equals(one.content(), other.content());
    }

    private static Map<String, ModelFile> byId(List<ReleaseFile> files) {
        return files.stream().map(ReleaseFile::file).collect(toMap(ModelFile::id, each -> each));
    }
}
