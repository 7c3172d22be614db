package org.leadrelay.redesign.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Snapshot of what the product offers to models, as it really is: rules compare with it.
 *
 * @param steps registered delegates by the name by which a model calls them
 * @param listeners names of the registered listeners
 * @param reliedOn element ids that Java relies on
 */
public record Surroundings(
        Map<String, Step> steps,
        Set<String> listeners,
        Agreement agreement,
        Data data,
        Vocabulary vocabulary,
        Touches touches,
        List<ReliedOn> reliedOn) {

    public Surroundings {
        steps = Map.copyOf(steps);
        listeners = Set.copyOf(listeners);
        reliedOn = List.copyOf(reliedOn);
    }

    /**
     * A delegate.
     *
     * @param sets variables that it sets
     * @param errors codes of the errors that it throws for the model to answer
     */
    public record Step(Set<String> sets, Set<String> errors) {

        public Step {
            sets = Set.copyOf(sets);
            errors = Set.copyOf(errors);
        }
    }

    /**
     * What of the charter models speak of.
     *
     * @param clauses of the charter in force: the element that each belongs to
     * @param drafted clauses that only the open draft has
     * @param lists agreed lists that a field may offer: {@code charter:rejectionReasons}
     * @param learned those of them whose lines become facts of the lead, by the name of the fact
     * @param questions fields that must be asked before a lead counts as sales-ready
     */
    public record Agreement(
            Map<String, String> clauses,
            Set<String> drafted,
            Set<String> lists,
            Set<String> learned,
            Set<String> questions) {

        public Agreement {
            clauses = Map.copyOf(clauses);
            drafted = Set.copyOf(drafted);
            lists = Set.copyOf(lists);
            learned = Set.copyOf(learned);
            questions = Set.copyOf(questions);
        }
    }

    /**
     * Names of values.
     *
     * @param variables that an expression may read, besides what the model itself brings into being
     * @param presets that a journey has from its first moment
     * @param unanswered that read as null before anything has set them
     * @param facts that a table may read
     * @param reserved that no form field may carry
     */
    public record Data(
            Set<String> variables,
            Set<String> presets,
            Set<String> unanswered,
            Set<String> facts,
            Set<String> reserved) {

        public Data {
            variables = Set.copyOf(variables);
            presets = Set.copyOf(presets);
            unanswered = Set.copyOf(unanswered);
            facts = Set.copyOf(facts);
            reserved = Set.copyOf(reserved);
        }
    }

    /**
     * Words that the product shares with models.
     *
     * @param journey id of the process that the product starts
     * @param messages that the product sends
     * @param starts messages that may begin a journey
     * @param needed messages that the journey must take at any moment
     * @param ends ways in which a lead's journey ends
     * @param stages what an element may mean to the boards
     * @param languages of words files
     * @param forReading tables that people read and no model asks
     */
    public record Vocabulary(
            String journey,
            Set<String> roles,
            Set<String> messages,
            Set<String> starts,
            Set<String> needed,
            Set<String> ends,
            Set<String> stages,
            Set<String> languages,
            Map<String, ReadTable> forReading) {

        public Vocabulary {
            roles = Set.copyOf(roles);
            messages = Set.copyOf(messages);
            starts = Set.copyOf(starts);
            needed = Set.copyOf(needed);
            ends = Set.copyOf(ends);
            stages = Set.copyOf(stages);
            languages = Set.copyOf(languages);
            forReading = Map.copyOf(forReading);
        }
    }

    /**
     * A table that people read.
     *
     * @param output whose answers have words
     * @param parts of what is said for each answer, as they stand after its name
     */
    public record ReadTable(String output, Set<String> parts) {

        public ReadTable {
            parts = Set.copyOf(parts);
        }
    }

    /**
     * What a table may plan for a nurture track.
     *
     * @param kinds of touches
     * @param tools names of the marketing tools that the settings know
     */
    public record Touches(Set<String> kinds, Set<String> tools) {

        public Touches {
            kinds = Set.copyOf(kinds);
            tools = Set.copyOf(tools);
        }
    }

    /**
     * An element that Java knows by its id.
     *
     * @param model the process that holds it
     * @param essential whether the product loses something without it, and not the demo alone
     */
    public record ReliedOn(String element, String model, boolean essential) {}

    Set<String> errors() {
        return steps.values().stream().flatMap(step -> step.errors().stream()).collect(Collectors.toUnmodifiableSet());
    }

    boolean isBean(String name) {
        return steps.containsKey(name) || listeners.contains(name);
    }

    boolean isClause(String name) {
        return agreement.clauses().containsKey(name) || agreement.drafted().contains(name);
    }
}
