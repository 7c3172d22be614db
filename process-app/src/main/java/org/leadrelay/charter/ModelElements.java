package org.leadrelay.charter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port to what the models in force know of what the charter speaks of. */
public interface ModelElements {

    /**
     * A step or event of a model.
     *
     * @param id as models write it: {@code Activity_AnswerHandOff}
     * @param name in the language of the current request
     * @param role whose task it is; null for an event
     * @param clauses the clauses whose {@code ${due...}} it reads, its timers included
     * @param lists the agreed lists that its form offers
     * @param fields the fields of its form
     */
    record Element(
            String id,
            String name,
            String model,
            @Nullable String role,
            Set<String> clauses,
            Set<String> lists,
            Set<String> fields) {

        public Element {
            clauses = Set.copyOf(clauses);
            lists = Set.copyOf(lists);
            fields = Set.copyOf(fields);
        }

        /** The same by another name. */
        public Element called(String newName) {
            return new Element(id, newName, model, role, clauses, lists, fields);
        }
    }

    /** Every step and timer of every model in force. */
    List<Element> all();

    /** The same of every version by which leads go on, in force or older. */
    List<Element> inUse();

    /** The same of the releases that may take effect and have not yet. */
    List<Element> coming();

    /** The same of these definitions, deployed and perhaps not in force yet. */
    List<Element> of(Collection<String> definitions);

    /**
     * A table beside the version that was agreed on.
     *
     * @param inForce the version that decides about new leads
     * @param unchanged whether it says the same, whatever its number, or the version that was agreed on is about to decide
     */
    record Table(int inForce, boolean unchanged) {}

    /** Empty when no such table, or no such version of it, was ever deployed. */
    Optional<Table> table(String decision, int version);
}
