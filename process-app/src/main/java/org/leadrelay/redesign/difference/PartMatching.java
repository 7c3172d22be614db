package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Namespaces;
import org.leadrelay.redesign.gate.Node;

/** Matching of parts that have no identity of their own: by key, then by likeness, then as the only ones left. */
final class PartMatching {

    /** One of the two may be missing. */
    record Pair(@Nullable Node before, @Nullable Node after) {}

    /** A timer has one time, written in one of three ways: another way is a change of the time. */
    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");

    private static final double ALIKE = 0.5;

    private PartMatching() {}

    /** What tells a part from its like; empty when nothing does. */
    static String key(Node part) {
        if (part.uri().equals(Namespaces.BPMN) || part.uri().equals(Namespaces.DMN)) {
            return "";
        }
        for (String each : List.of("id", "name", "target", "event")) {
            if (!part.value(each).isEmpty()) {
                return part.value(each);
            }
        }
        return part.attribute("businessKey") != null ? "businessKey" : "";
    }

    /** In the order of what is there now; what went stands where its like is, or at the end. */
    static List<Pair> of(List<Node> before, List<Node> after) {
        Map<String, List<Node>> befores = byKind(before);
        Map<String, List<Node>> afters = byKind(after);
        Set<String> kinds = new LinkedHashSet<>(afters.keySet());
        kinds.addAll(befores.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (String kind : kinds) {
            pairs.addAll(siblings(befores.getOrDefault(kind, List.of()), afters.getOrDefault(kind, List.of())));
        }
        return pairs;
    }

    private static Map<String, List<Node>> byKind(List<Node> parts) {
        Map<String, List<Node>> kinds = new LinkedHashMap<>();
        for (Node each : parts) {
            String name = TIMES.contains(each.name()) ? "time" : each.name();
            kinds.computeIfAbsent(each.uri() + " " + name, ignored -> new ArrayList<>())
                    .add(each);
        }
        return kinds;
    }

    private static List<Pair> siblings(List<Node> before, List<Node> after) {
        List<Node> left = new ArrayList<>(before);
        Node[] found = new Node[after.size()];
        take(after, found, left, (one, other) -> key(one).equals(key(other)) && same(one, other));
        take(after, found, left, (one, other) -> key(one).equals(key(other)));
        take(after, found, left, (one, other) -> likeness(one, other) >= ALIKE);
        long missing = 0;
        for (Node each : found) {
            missing += each == null ? 1 : 0;
        }
        if (missing == 1 && left.size() == 1 && left.get(0).children().isEmpty()) {
            take(after, found, left, (one, other) -> one.children().isEmpty());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            pairs.add(new Pair(found[i], after.get(i)));
        }
        left.forEach(each -> pairs.add(new Pair(each, null)));
        return pairs;
    }

    private static void take(
            List<Node> after, @Nullable Node[] found, List<Node> left, BiPredicate<Node, Node> matches) {
        for (int i = 0; i < found.length; i++) {
            Node wanted = after.get(i);
            if (found[i] == null) {
                Node match = left.stream()
                        .filter(each -> matches.test(wanted, each))
                        .findFirst()
                        .orElse(null);
                found[i] = match;
                left.remove(match);
            }
        }
    }

    /** Whether both say the same, wherever they stand. */
    static boolean same(Node one, Node other) {
        return one.name().equals(other.name())
                && one.uri().equals(other.uri())
                && one.attributes().equals(other.attributes())
                && one.text().equals(other.text())
                && sameChildren(one, other);
    }

    private static boolean sameChildren(Node one, Node other) {
        if (one.children().size() != other.children().size()) {
            return false;
        }
        for (int i = 0; i < one.children().size(); i++) {
            if (!same(one.children().get(i), other.children().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** From 0 to 1: the share of attributes, text and parts that are the same. */
    private static double likeness(Node one, Node other) {
        Set<String> names = new TreeSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        long all = names.size();
        long equal = names.stream()
                .filter(each -> Objects.equals(one.attribute(each), other.attribute(each)))
                .count();
        if (!one.text().isEmpty() || !other.text().isEmpty()) {
            all++;
            equal += one.text().equals(other.text()) ? 1 : 0;
        }
        if (!one.children().isEmpty() || !other.children().isEmpty()) {
            all++;
            equal += sameChildren(one, other) ? 1 : 0;
        }
        return all == 0 ? 1 : (double) equal / all;
    }
}
