package org.leadrelay.intake;

/** Keeps a spreadsheet from running what a cell of an export says. */
final class Formulas {

    private Formulas() {}

    static String harmless(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        char first = cell.charAt(0);
        boolean formula =
                first == '='
                        || first == '+'
                        || first == '-'
                        || first == '@'
                        || first == '\t'
                        || first == '\r'
                        || first == '\n'
                        || first == 0;
        return formula ? "'" + cell.replace("\u0000", "") : cell.replace("\u0000", "");
    }
}
