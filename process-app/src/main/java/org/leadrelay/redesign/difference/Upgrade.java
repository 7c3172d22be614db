package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Three-way difference of the models at an upgrade of the product: what it changed, what the owner changed, what both did.
 *
 * @param elements by file and element
 */
public record Upgrade(List<Element> elements) {

    public Upgrade {
        elements = List.copyOf(elements);
    }

    /** Who changed something. */
    public enum Side {
        SHIPPED,
        OWN,
        BOTH
    }

    /**
     * What happened to one element.
     *
     * @param id null for the file as a whole
     */
    public record Element(
            String file, @Nullable String id, String name, List<ModelChange> shipped, List<ModelChange> own) {

        public Element {
            shipped = List.copyOf(shipped);
            own = List.copyOf(own);
        }

        public Side side() {
            return own.isEmpty() ? Side.SHIPPED : shipped.isEmpty() ? Side.OWN : Side.BOTH;
        }

        /** Whether both sides changed the same property of it to something else: somebody has to choose. */
        public boolean isConflict() {
            return shipped.stream().anyMatch(each -> own.stream().anyMatch(other -> clash(each, other)));
        }

        private static boolean clash(ModelChange one, ModelChange other) {
            boolean whole = one.property().isEmpty() || other.property().isEmpty();
            boolean layout = one.category() == Category.LAYOUT || other.category() == Category.LAYOUT;
            return !layout
                    && (whole || one.property().equals(other.property()))
                    && (one.kind() != other.kind() || !Objects.equals(one.after(), other.after()));
        }
    }

    static Upgrade of(List<ModelChange> shipped, List<ModelChange> own) {
        TreeSet<Key> keys = new TreeSet<>();
        shipped.forEach(each -> keys.add(Key.of(each)));
        own.forEach(each -> keys.add(Key.of(each)));
        List<Element> elements = new ArrayList<>();
        for (Key each : keys) {
            List<ModelChange> theirs = shipped.stream().filter(each::fits).toList();
            List<ModelChange> ours = own.stream().filter(each::fits).toList();
            ModelChange any = theirs.isEmpty() ? ours.get(0) : theirs.get(0);
            elements.add(new Element(any.file(), any.element(), any.elementName(), theirs, ours));
        }
        return new Upgrade(elements);
    }

    /** Files that a side changed: {@link Side#BOTH} for those that both did. */
    public List<String> files(Side side) {
        return elements.stream()
                .map(Element::file)
                .distinct()
                .filter(each -> sideOf(each) == side)
                .toList();
    }

    private Side sideOf(String file) {
        boolean theirs = elements.stream()
                .anyMatch(each -> each.file().equals(file) && !each.shipped().isEmpty());
        boolean ours = elements.stream()
                .anyMatch(each -> each.file().equals(file) && !each.own().isEmpty());
        return theirs && ours ? Side.BOTH : theirs ? Side.SHIPPED : Side.OWN;
    }

    private record Key(String file, String element) implements Comparable<Key> {

        static Key of(ModelChange change) {
            return new Key(change.file(), change.element() == null ? "" : change.element());
        }

        boolean fits(ModelChange change) {
            return equals(of(change));
        }

        @Override
        public int compareTo(Key other) {
            int files = file.compareTo(other.file);
            return files == 0 ? element.compareTo(other.element) : files;
        }
    }
}
