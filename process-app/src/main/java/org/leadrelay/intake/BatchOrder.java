package org.leadrelay.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Dependency graph of an import's batches: one begins when all earlier ones are through that hold a
 * row of the same person, others run side by side. Persons are found by union-find over the keys of
 * all rows so far, because two rows may belong together only by a third. Used by one thread.
 */
final class BatchOrder {

    private final Map<String, Person> byKey = new HashMap<>();
    private final Executor executor;

    BatchOrder(Executor executor) {
        this.executor = executor;
    }

    private static final class Person {
        private Person same = this;
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        Person root() {
            while (same != same.same) {
                same = same.same;
            }
            return same;
        }

        /** One person from now on, who waits for the batches of both. */
        Person join(Person other) {
            Person mine = root();
            Person theirs = other.root();
            if (mine != theirs) {
                theirs.same = mine;
                mine.last = CompletableFuture.allOf(mine.last, theirs.last);
            }
            return mine;
        }
    }

    /**
     * Runs a batch after those that it depends on.
     *
     * @param rows the keys of each row
     */
    void submit(Collection<Set<String>> rows, Runnable batch) {
        Set<Person> persons = new LinkedHashSet<>();
        rows.forEach(row -> person(row, persons));
        CompletableFuture<Void> before = CompletableFuture.allOf(
                persons.stream().map(each -> each.root().last).distinct().toArray(CompletableFuture<?>[]::new));
        CompletableFuture<Void> done = before.handleAsync(
                (nothing, failure) -> {
                    batch.run();
                    return null;
                },
                executor);
        persons.forEach(each -> each.root().last = done);
    }

    private void person(Set<String> keys, Set<Person> persons) {
        Person person = new Person();
        for (String key : keys) {
            Person known = byKey.putIfAbsent(key, person);
            person = known == null ? person : known.join(person);
        }
        persons.add(person);
    }

    /** How many keys it remembers. */
    int size() {
        return byKey.size();
    }

    /** Forgets everybody; when all batches so far are through, the database knows who is who. */
    void forget() {
        byKey.clear();
    }
}
