package org.leadrelay.redesign.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.redesign.gate.Node;

/** Heuristic for ids that were changed: of two elements of one type with the same name and the same neighbours. */
final class Renames {

    private static final double HALF = 0.5;

    private final Model before;
    private final Model after;
    private final Map<String, String> now = new LinkedHashMap<>();
    private final Map<String, String> was = new HashMap<>();

    Renames(Model before, Model after) {
        this.before = before;
        this.after = after;
        Set<String> gone = new LinkedHashSet<>(before.elements().keySet());
        gone.removeAll(after.elements().keySet());
        Set<String> come = new LinkedHashSet<>(after.elements().keySet());
        come.removeAll(before.elements().keySet());
        boolean found = true;
        while (found) { // a step that is recognized lets its flows be, and the other way round
            found = false;
            for (String each : List.copyOf(gone)) {
                String successor = successor(each, come);
                if (!successor.isEmpty()) {
                    now.put(each, successor);
                    was.put(successor, each);
                    gone.remove(each);
                    come.remove(successor);
                    found = true;
                }
            }
        }
    }

    /** New ids by the old ones. */
    Map<String, String> all() {
        return now;
    }

    String now(String id) {
        return now.getOrDefault(id, id);
    }

    String was(String id) {
        return was.getOrDefault(id, id);
    }

    /** Whether both name the same element, by the id it had and the id it has. */
    boolean same(String one, String other) {
        return one.equals(other) || (now.containsKey(one) && now(one).equals(other));
    }

    private String successor(String gone, Set<String> come) {
        Node node = Objects.requireNonNull(before.element(gone));
        List<String> like = come.stream()
                .filter(each -> isLike(node, Objects.requireNonNull(after.element(each))))
                .toList();
        String best = "";
        double most = 0;
        for (String each : like) {
            double overlap = overlap(gone, each);
            if (overlap > most && overlap >= (isFlow(node) ? 1 : HALF)) {
                best = each;
                most = overlap;
            }
        }
        boolean alone =
                before.neighbours(gone).isEmpty() || (!node.value("name").isEmpty() && !isFlow(node) && isOnly(node));
        return best.isEmpty() && like.size() == 1 && alone ? like.get(0) : best;
    }

    private static boolean isFlow(Node node) {
        return node.name().equals("sequenceFlow") || node.name().equals("messageFlow");
    }

    private static boolean isLike(Node one, Node other) {
        return one.name().equals(other.name()) && one.value("name").equals(other.value("name"));
    }

    /** Whether no other of its type was called so. */
    private boolean isOnly(Node node) {
        return before.elements().values().stream()
                        .filter(each -> isLike(node, each))
                        .count()
                == 1;
    }

    /** The share of the neighbours that both have, from 0 to 1. */
    private double overlap(String gone, String come) {
        Set<String> one = before.neighbours(gone).stream().map(this::now).collect(Collectors.toSet());
        Set<String> other =
                after.neighbours(come).stream().map(this::now).collect(Collectors.toCollection(LinkedHashSet::new));
        int larger = Math.max(one.size(), other.size());
        other.retainAll(one);
        return larger == 0 ? 0 : (double) other.size() / larger;
    }
}
