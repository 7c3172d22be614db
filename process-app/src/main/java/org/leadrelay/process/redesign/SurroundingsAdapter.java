package org.leadrelay.process.redesign;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.AgreedQuestion;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Clause;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.nurture.ToolNames;
import org.leadrelay.platform.Language;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.engine.RegisteredBeans;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.redesign.gate.Surroundings;
import org.leadrelay.redesign.gate.SurroundingsReader;
import org.springframework.stereotype.Component;

/** Adapter that reads what the product offers to models: beans, roles, the charter, facts, and the contract with the models. */
@Component
class SurroundingsAdapter implements SurroundingsReader {

    private static final String AGREED = "charter:";
    private static final String REPS = "team:reps";

    private final RegisteredBeans beans;
    private final Roles roles;
    private final Charter charter;
    private final CharterVersions versions;
    private final FactDefinitions facts;
    private final ToolNames tools;

    SurroundingsAdapter(
            RegisteredBeans beans,
            Roles roles,
            Charter charter,
            CharterVersions versions,
            FactDefinitions facts,
            ToolNames tools) {
        this.beans = beans;
        this.roles = roles;
        this.charter = charter;
        this.versions = versions;
        this.facts = facts;
        this.tools = tools;
    }

    @Override
    public Surroundings read() {
        return new Surroundings(steps(), beans.listeners(), agreement(), data(), vocabulary(), touches(), reliedOn());
    }

    private Map<String, Surroundings.Step> steps() {
        Map<String, Surroundings.Step> steps = new HashMap<>();
        for (String name : beans.steps()) {
            steps.put(
                    name,
                    beans.contract(name)
                            .map(step -> new Surroundings.Step(Set.of(step.sets()), Set.of(step.errors())))
                            .orElseGet(() -> new Surroundings.Step(Set.of(), Set.of())));
        }
        return steps;
    }

    /**
     * A draft counts too: a new clause and the release that uses it take effect together. A list of what is learned may be
     * missing: then it is not asked.
     */
    private Surroundings.Agreement agreement() {
        CharterTerms terms = charter.current();
        Map<String, String> clauses = new HashMap<>();
        terms.clauses().values().forEach(clause -> clauses.put(clause.name(), clause.element()));
        Set<String> drafted = new HashSet<>();
        Set<String> lists = new HashSet<>();
        lists.add(REPS);
        terms.lists().keySet().forEach(list -> lists.add(AGREED + list));
        Set<String> learned =
                Arrays.stream(LearnedList.values()).map(LearnedList::code).collect(toSet());
        learned.forEach(list -> lists.add(AGREED + list));
        Stream.of(versions.draft(), versions.scheduled())
                .flatMap(Optional::stream)
                .map(CharterVersion::provisions)
                .forEach(provisions -> {
                    provisions.clauses().stream().map(Clause::name).forEach(drafted::add);
                    provisions.lists().keySet().forEach(list -> lists.add(AGREED + list));
                });
        drafted.removeAll(clauses.keySet());
        Set<String> questions = versions.inForce().provisions().questions().stream()
                .map(AgreedQuestion::field)
                .collect(toSet());
        return new Surroundings.Agreement(clauses, drafted, lists, learned, questions);
    }

    private Surroundings.Data data() {
        Set<String> known = new HashSet<>(FactSheet.NAMES);
        facts.all().stream()
                .filter(FactDefinition::fact)
                .map(FactDefinition::name)
                .forEach(known::add);
        return new Surroundings.Data(
                ModelContract.VARIABLES,
                ModelContract.presets(new UUID(0, 0)).keySet(),
                ModelContract.UNANSWERED,
                known,
                ModelContract.RESERVED);
    }

    private Surroundings.Vocabulary vocabulary() {
        Set<String> languages = new HashSet<>(Language.codes());
        languages.remove(Language.ENGLISH.code());
        return new Surroundings.Vocabulary(
                ModelContract.LEAD_JOURNEY,
                roles.all().stream().map(Roles.Role::name).collect(toSet()),
                ModelContract.MESSAGES,
                Set.of(ModelContract.WIN_TAKEN_BACK),
                Set.of(ModelContract.WITHDRAWN, ModelContract.QUESTION_ASKED),
                ModelContract.ENDS,
                ModelContract.STAGES,
                languages,
                ModelContract.FOR_READING);
    }

    private Surroundings.Touches touches() {
        return new Surroundings.Touches(ModelContract.TOUCH_KINDS, tools.all());
    }

    private static List<Surroundings.ReliedOn> reliedOn() {
        return Arrays.stream(KnownElement.values())
                .map(known -> new Surroundings.ReliedOn(known.id(), known.model(), !known.isOfTheDemoAlone()))
                .toList();
    }
}
