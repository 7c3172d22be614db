package org.leadrelay.charter;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.charter.Finding.Kind;
import org.leadrelay.charter.ModelElements.Element;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/**
 * Consistency check of a version of the charter against the models and tables that are in force when it binds: those of the
 * release that takes effect with it, else those in force now.
 */
@Service
public class ModelConsistency {

    private static final Wording WORDING = Wording.of(ModelConsistency.class);

    private final ModelElements models;
    private final PairedRelease paired;
    private final Charter charter;
    private final Clock clock;

    ModelConsistency(ModelElements models, PairedRelease paired, Charter charter, Clock clock) {
        this.models = models;
        this.paired = paired;
        this.charter = charter;
        this.clock = clock;
    }

    /** Everything that does not meet; empty when all is well. */
    public List<Finding> of(CharterVersion version) {
        boolean coming = version.mayBindLater();
        CharterContent provisions = version.provisions();
        List<Element> elements = coming ? elementsWith(version.version()) : models.all();
        List<Finding> found = new ArrayList<>();
        Map<String, Element> byId =
                elements.stream().collect(toMap(Element::id, Function.identity(), (some, other) -> some));
        for (Clause clause : provisions.clauses()) {
            clause(clause, byId, found);
        }
        if (coming) {
            stillRead(provisions, elements, found);
        }
        for (PinnedTable pinned : provisions.tables()) {
            table(pinned, found);
        }
        questions(provisions, elements, found);
        learned(provisions, elements, found);
        figures(provisions, found);
        return List.copyOf(found);
    }

    /** Which elements of the models that are in force when this version binds read each clause. */
    Map<String, Set<String>> readers(int version) {
        return readers(elementsWith(version));
    }

    private static Map<String, Set<String>> readers(List<Element> elements) {
        Map<String, Set<String>> readers = new TreeMap<>();
        for (Element element : elements) {
            for (String clause : element.clauses()) {
                readers.computeIfAbsent(clause, each -> new LinkedHashSet<>()).add(element.id());
            }
        }
        return readers;
    }

    /** The agreed lists that forms offer when this version binds, or for leads that go on with older models. */
    Set<String> listsOnForms(int version) {
        return Stream.concat(elementsWith(version).stream(), models.inUse().stream())
                .flatMap(each -> each.lists().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Element> elementsWith(int version) {
        return paired.elements(version).orElseGet(models::all);
    }

    /** A lead on an older model promises such a clause as it was agreed last. What binds already is not asked: its draft was. */
    private void stillRead(CharterContent provisions, List<Element> elements, List<Finding> found) {
        Set<String> now = readers(elements).keySet();
        readers(models.inUse()).forEach((clause, steps) -> {
            if (provisions.clause(clause).isEmpty() && !now.contains(clause)) {
                String called = charter.clause(clause)
                        .map(each -> each.in(Wording.language()))
                        .orElse(clause);
                found.add(finding(Kind.CLAUSE_STILL_READ, clause, called, new Object[] {String.join(", ", steps)}));
            }
        });
    }

    private static void clause(Clause clause, Map<String, Element> byId, List<Finding> found) {
        Element element = byId.get(clause.element());
        if (element == null) {
            found.add(finding(Kind.ELEMENT_MISSING, clause, clause.element()));
            return;
        }
        if (!element.clauses().contains(clause.name())) {
            found.add(finding(
                    Kind.ELEMENT_UNTIMED, clause, element.name(), element.model(), "${due." + clause.name() + "}"));
        }
        if (element.role() != null && !element.role().equals(clause.who())) {
            found.add(finding(Kind.OTHER_ROLE, clause, element.name(), element.role(), clause.who()));
        }
    }

    private void table(PinnedTable pinned, List<Finding> found) {
        String called = WORDING.textOr("table." + pinned.decision(), pinned.decision());
        Optional<ModelElements.Table> table = models.table(pinned.decision(), pinned.tableVersion());
        if (table.isEmpty()) {
            found.add(finding(Kind.TABLE_MISSING, pinned.decision(), called, new Object[] {pinned.tableVersion()}));
        } else if (!table.get().unchanged()) {
            found.add(finding(Kind.TABLE_DRIFTED, pinned.decision(), called, new Object[] {
                pinned.tableVersion(), table.get().inForce()
            }));
        }
    }

    private static void questions(CharterContent provisions, List<Element> elements, List<Finding> found) {
        for (AgreedQuestion question : provisions.questions()) {
            if (elements.stream().noneMatch(each -> each.fields().contains(question.field()))) {
                found.add(finding(Kind.QUESTION_UNASKED, question.field()));
            }
        }
    }

    private static void learned(CharterContent provisions, List<Element> elements, List<Finding> found) {
        for (LearnedList list : LearnedList.values()) {
            List<String> asking = elements.stream()
                    .filter(each -> each.lists().contains(list.code()))
                    .map(Element::name)
                    .toList();
            if (!asking.isEmpty()
                    && provisions.lists().getOrDefault(list.code(), List.of()).isEmpty()) {
                found.add(finding(Kind.LIST_UNAGREED, list.code(), String.join(", ", asking)));
            }
        }
    }

    private void figures(CharterContent provisions, List<Finding> found) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), charter.calendar().zone());
        for (Figure figure : provisions.figures()) {
            if (figure.review() != null && figure.review().isBefore(today)) {
                String called = WORDING.text("metric." + figure.metric().code());
                found.add(finding(Kind.REVIEW_DUE, figure.metric().code(), called, new Object[] {figure.review()}));
            }
        }
        Optional<BigDecimal> derived = provisions.derivedVolume();
        BigDecimal agreed = provisions.value(Metric.VOLUME_GOAL);
        if (derived.isPresent() && derived.get().compareTo(agreed) != 0) {
            found.add(finding(
                    Kind.VOLUME_APART,
                    Metric.VOLUME_GOAL.code(),
                    agreed.toPlainString(),
                    derived.get().toPlainString()));
        }
    }

    private static Finding finding(Kind kind, Clause clause, Object... arguments) {
        return finding(kind, clause.name(), clause.words().in(Wording.language()), arguments);
    }

    private static Finding finding(Kind kind, String subject, Object... arguments) {
        return finding(kind, subject, subject, arguments);
    }

    private static Finding finding(Kind kind, String subject, String called, Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = called;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Finding(kind, subject, WORDING.text("finding." + kind.code(), all));
    }
}
