package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.Node;

/**
 * Tree comparison of one element's properties: attributes, text and parts, each difference once.
 *
 * @param isElement whether a child is an element of its own, which is compared elsewhere
 * @param sameReference whether two values name one element, by its old and its new id
 */
record PropertyDifference(Predicate<Node> isElement, BiPredicate<String, String> sameReference) {

    /** Each can be read off the flows, which are compared themselves. */
    private static final Set<String> DERIVED = Set.of("incoming", "outgoing", "flowNodeRef");

    /** What people see in this order, or what runs in it. */
    private static final Set<String> ORDERED =
            Set.of("formField", "value", "executionListener", "taskListener", "inputParameter", "outputParameter");

    /** The longest summary of a part. */
    private static final int LONGEST = 300;

    List<Delta> between(Node before, Node after) {
        if (PartMatching.same(before, after)) { // nearly all of them
            return List.of();
        }
        List<Delta> found = new ArrayList<>();
        compare(before, after, List.of(), found);
        return found;
    }

    private void compare(Node before, Node after, List<Node> parts, List<Delta> found) {
        if (!parts.isEmpty() && replaces(before, after)) {
            found.add(Delta.changed(parts, Delta.WHOLE, summary(before), summary(after)));
            return;
        }
        Set<String> names = new LinkedHashSet<>(after.attributes().keySet());
        names.addAll(before.attributes().keySet());
        for (String each : names) {
            String was = before.attribute(each);
            String is = after.attribute(each);
            if (!Objects.equals(was, is) && (was == null || is == null || !sameReference.test(was, is))) {
                found.add(Delta.changed(parts, each, was, is));
            }
        }
        if (!before.text().equals(after.text())) {
            if (!sameReference.test(before.text(), after.text())) {
                found.add(Delta.changed(parts, Delta.TEXT, before.text(), after.text()));
            }
        } else if (!before.name().equals(after.name()) && !parts.isEmpty()) {
            found.add(Delta.changed(parts, Delta.TYPE, before.name(), after.name()));
        }
        children(before, after, parts, found);
    }

    private void children(Node before, Node after, List<Node> parts, List<Delta> found) {
        List<PartMatching.Pair> pairs = PartMatching.of(parts(before), parts(after));
        for (PartMatching.Pair each : pairs) {
            Node was = each.before();
            Node is = each.after();
            if (was == null && is != null) {
                found.add(new Delta(Kind.ADDED, and(parts, is), Delta.WHOLE, null, summary(is)));
            } else if (is == null && was != null) {
                found.add(new Delta(Kind.REMOVED, and(parts, was), Delta.WHOLE, summary(was), null));
            } else if (was != null && is != null) {
                compare(was, is, and(parts, is), found);
            }
        }
        for (String kind : ORDERED) {
            order(kind, pairs, parts(before), parts, found);
        }
    }

    private static void order(
            String kind, List<PartMatching.Pair> pairs, List<Node> before, List<Node> parts, List<Delta> found) {
        List<PartMatching.Pair> both = pairs.stream()
                .filter(each -> each.before() != null
                        && each.after() != null
                        && each.after().name().equals(kind))
                .toList();
        IdentityHashMap<Node, Integer> places = new IdentityHashMap<>();
        before.forEach(each -> places.put(each, places.size()));
        List<Node> now = both.stream()
                .map(PartMatching.Pair::before)
                .filter(Objects::nonNull)
                .toList();
        List<Node> then = now.stream()
                .sorted(Comparator.comparing(each -> places.getOrDefault(each, 0)))
                .toList();
        if (!places(now, places).equals(places(then, places))) {
            List<Node> path = and(parts, Objects.requireNonNull(both.get(0).after()));
            found.add(Delta.changed(path, Delta.ORDER, keys(then), keys(now)));
        }
    }

    private static List<Integer> places(List<Node> parts, IdentityHashMap<Node, Integer> places) {
        return parts.stream().map(each -> places.getOrDefault(each, 0)).toList();
    }

    private static String keys(List<Node> parts) {
        return parts.stream().map(PartMatching::key).collect(Collectors.joining(", "));
    }

    /** What is not an element of its own; what stands in the element for extensions counts as its own. */
    private List<Node> parts(Node node) {
        return node.children().stream()
                .filter(each -> !isElement.test(each) && !DERIVED.contains(each.name()))
                .flatMap(each -> each.name().equals("extensionElements") ? each.children().stream() : Stream.of(each))
                .toList();
    }

    /** A leaf by another key, which is another thing rather than the same one changed. */
    private static boolean replaces(Node before, Node after) {
        return before.children().isEmpty()
                && after.children().isEmpty()
                && before.name().equals("constraint")
                && !PartMatching.key(before).equals(PartMatching.key(after));
    }

    /** What a part says, in one line. */
    static String summary(Node part) {
        String all = part.all()
                .flatMap(each -> Stream.concat(each.attributes().values().stream(), Stream.of(each.text())))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        String said = all.isEmpty() ? part.name() : all;
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    private static List<Node> and(List<Node> parts, Node part) {
        return Stream.concat(parts.stream(), Stream.of(part)).toList();
    }
}
