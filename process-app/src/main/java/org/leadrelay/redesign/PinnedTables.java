package org.leadrelay.redesign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.charter.ModelElements.Element;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.redesign.gate.FileKind;
import org.springframework.stereotype.Component;

/**
 * Comparison of a release with what both sides signed: tables that the charter in force pins, and at which element each of its
 * clauses is promised.
 */
@Component
class PinnedTables {

    private final ReleaseFileTable files;
    private final ReleaseDefinitionTable definitions;
    private final CharterVersions charters;
    private final ModelElements models;

    PinnedTables(
            ReleaseFileTable files,
            ReleaseDefinitionTable definitions,
            CharterVersions charters,
            ModelElements models) {
        this.files = files;
        this.definitions = definitions;
        this.charters = charters;
        this.models = models;
    }

    /** Whether both sides have to sign before this release, which is deployed, may take effect. */
    boolean needsCharter(ReleaseRow release) {
        return !changedBy(release).isEmpty() || changesClauses(release);
    }

    /**
     * Pinned tables that decide otherwise in this release than both sides signed and than they do in the release that it began
     * with, in the version that it was deployed as.
     */
    List<PinnedTable> changedBy(ReleaseRow release) {
        List<PinnedTable> changed = new ArrayList<>();
        for (PinnedTable pinned : charters.inForce().provisions().tables()) {
            String decision = pinned.decision();
            String after = files.sha256(release.number(), decision);
            String before = release.base() == null ? null : files.sha256(release.base(), decision);
            if (after != null
                    && !after.equals(before)
                    && !after.equals(files.sha256OfVersion(decision, pinned.tableVersion()))) {
                deployedWith(release).stream()
                        .filter(each -> each.decision().equals(decision))
                        .forEach(changed::add);
            }
        }
        return changed;
    }

    /** Every table of a release in the version that it was deployed as. */
    List<PinnedTable> deployedWith(ReleaseRow release) {
        return definitions.of(release.number()).stream()
                .filter(each -> each.kind() == FileKind.DECISION)
                .map(each -> new PinnedTable(each.key(), each.version()))
                .toList();
    }

    /** Clauses that the release's models read and the charter in force does not have. */
    Set<String> clausesReadBy(ReleaseRow release) {
        CharterContent inForce = charters.inForce().provisions();
        return elements(release.number()).stream()
                .flatMap(each -> each.clauses().stream())
                .filter(each -> inForce.clause(each).isEmpty())
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private boolean changesClauses(ReleaseRow release) {
        Collection<Element> before = release.base() == null ? List.of() : elements(release.base());
        Collection<Element> after = elements(release.number());
        return !clausesReadBy(release).isEmpty()
                || charters.inForce().provisions().clauses().stream()
                        .anyMatch(each -> isPromised(each, before) && !isPromised(each, after));
    }

    private static boolean isPromised(Clause clause, Collection<Element> elements) {
        return elements.stream()
                .anyMatch(each ->
                        each.id().equals(clause.element()) && each.clauses().contains(clause.name()));
    }

    /** Every step and timer of a release's models. */
    List<Element> elements(int release) {
        return models.of(definitions.of(release).stream()
                .filter(each -> each.kind() == FileKind.PROCESS)
                .map(ModelStore.Definition::id)
                .toList());
    }
}
