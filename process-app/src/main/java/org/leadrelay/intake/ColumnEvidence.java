package org.leadrelay.intake;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of what one column holds, gathered cell by cell in constant memory: numbers, dates,
 * addresses, or another value in every row.
 */
final class ColumnEvidence {

    private static final int REMEMBERED = 1_000;
    private static final int LONGEST = 40;

    private final NumberEvidence numbers = new NumberEvidence();
    private final DateEvidence dates = new DateEvidence();
    private final Set<String> known = new HashSet<>();
    private final Set<String> noNumbers = new HashSet<>();
    private @Nullable Set<Long> distinct = new HashSet<>();
    private boolean unique = true;
    private long filled;
    private long addresses;
    private long phones;
    private long ids;
    private long noDates;
    private long texts;
    private @Nullable String text;

    void see(String raw) {
        String cell = raw.strip();
        if (cell.isEmpty()) {
            unique = false;
            distinct = null;
            return;
        }
        filled++;
        distinguish(cell);
        addresses += cell.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+") ? 1 : 0;
        phones += cell.chars().filter(Character::isDigit).limit(3).count() == 3 ? 1 : 0;
        ids += looksLikeId(cell) ? 1 : 0;
        habits(cell);
    }

    private void distinguish(String cell) {
        Set<Long> before = distinct;
        if (before != null && !before.add(hash(cell))) {
            unique = false;
            distinct = null;
        }
    }

    private static long hash(String cell) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < cell.length(); i++) {
            hash = 31 * hash + cell.charAt(i);
        }
        return hash;
    }

    /** One word with a digit in it, as numbers of records, UUIDs and codes are. */
    private static boolean looksLikeId(String cell) {
        return cell.length() >= 3
                && cell.length() <= 64
                && cell.matches("[\\p{L}\\p{N}_.:#/{}-]+")
                && cell.chars().anyMatch(Character::isDigit);
    }

    private void habits(String cell) {
        if (known.contains(cell)) {
            texts += noNumbers.contains(cell) ? 1 : 0;
            return;
        }
        if (known.size() < REMEMBERED) {
            known.add(cell);
        }
        boolean digits = cell.length() <= LONGEST && cell.chars().anyMatch(Character::isDigit);
        long before = numbers.unreadable();
        if (digits) {
            numbers.see(cell);
            dates.see(cell);
        } else {
            noDates++;
        }
        if (!digits || numbers.unreadable() > before) {
            texts++;
            text = text == null ? cell : text;
            if (noNumbers.size() < REMEMBERED) {
                noNumbers.add(cell);
            }
        }
    }

    /** Forgets what is only needed while cells come. */
    void end() {
        distinct = null;
        known.clear();
        noNumbers.clear();
    }

    NumberEvidence numbers() {
        return numbers;
    }

    DateEvidence dates() {
        return dates;
    }

    boolean isOfDates() {
        return dates.dates() && noDates * 4 <= filled;
    }

    /** Whether every row has a value and each another one. */
    boolean isUnique() {
        return unique && filled > 0;
    }

    boolean looksLikeIds() {
        return ids == filled && filled > 0 && !isOfDates();
    }

    boolean looksLikeAddresses() {
        return addresses * 2 > filled;
    }

    long filled() {
        return filled;
    }

    long addresses() {
        return addresses;
    }

    long phones() {
        return phones;
    }

    /** Cells that are no number under any habit. */
    long texts() {
        return texts;
    }

    /** The first of them. */
    @Nullable
    String text() {
        return text;
    }
}
