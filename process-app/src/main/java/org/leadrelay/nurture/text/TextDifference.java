package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.List;

/** Difference of two texts, word by word (longest common subsequence): what stays, what goes, what comes. */
public final class TextDifference {

    /** Beyond this many pairs of words the differing middle is said as one. */
    private static final long MOST_PAIRS = 4_000_000;

    private TextDifference() {}

    /** What became of a part of the text. */
    public enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    /** Neighbouring words with the same fate, with the blanks and line breaks that follow them. */
    public record Part(Change change, String text) {}

    /** In the order of reading; what goes stands before what comes in its place. */
    public static List<Part> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Part> parts = new ArrayList<>();
        old.subList(0, start).forEach(each -> add(parts, Change.KEPT, each));
        middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end), parts);
        old.subList(old.size() - end, old.size()).forEach(each -> add(parts, Change.KEPT, each));
        return List.copyOf(parts);
    }

    private static void middle(List<String> old, List<String> now, List<Part> parts) {
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            old.forEach(each -> add(parts, Change.REMOVED, each));
            now.forEach(each -> add(parts, Change.ADDED, each));
            return;
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(parts, Change.KEPT, old.get(i));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(parts, Change.REMOVED, old.get(i));
                i++;
            } else {
                add(parts, Change.ADDED, now.get(j));
                j++;
            }
        }
    }

    private static void add(List<Part> parts, Change change, String word) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).change() == change) {
            parts.set(last, new Part(change, parts.get(last).text() + word));
        } else {
            parts.add(new Part(change, word));
        }
    }

    /** Each with the white space behind it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)", -1));
    }
}
