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
import org.leadrelay.charter.Finding.Kind;
import org.leadrelay.charter.ModelElements.Element;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/** Consistency check of a version of the charter against the deployed models and tables. */
@Service
public class ModelConsistency {

    private static final Wording WORDING = Wording.of(ModelConsistency.class);

    private final ModelElements models;
    private final Charter charter;
    private final Clock clock;

    ModelConsistency(ModelElements models, Charter charter, Clock clock) {
        this.models = models;
        this.charter = charter;
        this.clock = clock;
    }

    /** Everything that does not meet; empty when all is well. */
    public List<Finding> of(CharterContent provisions) {
        List<Element> elements = models.all();
        List<Finding> found = new ArrayList<>();
        Map<String, Element> byId =
                elements.stream().collect(toMap(Element::id, Function.identity(), (some, other) -> some));
        for (Clause clause : provisions.clauses()) {
            clause(clause, byId, found);
        }
        for (PinnedTable pinned : provisions.tables()) {
            table(pinned, found);
        }
        questions(provisions, elements, found);
        figures(provisions, found);
        return List.copyOf(found);
    }

    /** Which elements of the models read each clause. */
    Map<String, Set<String>> readers() {
        Map<String, Set<String>> readers = new TreeMap<>();
        for (Element element : models.all()) {
            for (String clause : element.clauses()) {
                readers.computeIfAbsent(clause, each -> new LinkedHashSet<>()).add(element.id());
            }
        }
        return readers;
    }

    /** The agreed lists that forms offer. */
    Set<String> listsOnForms() {
        return models.all().stream().flatMap(each -> each.lists().stream()).collect(Collectors.toUnmodifiableSet());
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
                pinned.tableVersion(), table.get().newest()
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
