package org.leadrelay.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Access matrix, read from {@code who-may-what.md}: operations as rows, callers as columns, a table
 * for each tag of the API's description.
 */
record WhoMayWhat(List<Row> rows) {

    static final String FILE = "process-app/src/test/resources/org/leadrelay/access/who-may-what.md";

    /** Who calls, in the order of the columns. */
    enum Caller {
        MARKETING,
        SALES_REP,
        SALES_MANAGER,
        ARBITER,
        PROCESS_OWNER,
        AUDITOR,
        ADMINISTRATOR,
        NO_ROLE,
        KEY_LEADS,
        KEY_SIGNALS,
        KEY_CONSENTS,
        DEACTIVATED,
        ANONYMOUS;

        /** A role's own name, or what the column is called. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isRole() {
            return EnumSet.range(MARKETING, ADMINISTRATOR).contains(this);
        }

        boolean isKey() {
            return name().startsWith("KEY_");
        }

        /** The one scope of a key. */
        KeyScope scope() {
            return KeyScope.valueOf(name().substring("KEY_".length()));
        }
    }

    /** Whose object an operation names, seen from the caller. */
    enum Whose {
        OWN,
        TEAM,
        FOREIGN
    }

    /** What a cell says. */
    enum May {
        YES,
        TEAM,
        OWN,
        NO;

        boolean allows(Whose object) {
            return switch (this) {
                case YES -> true;
                case TEAM -> object != Whose.FOREIGN;
                case OWN -> object == Whose.OWN;
                case NO -> false;
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An operation.
     *
     * @param object what it names, as {@link MatrixObjects} makes it; {@code -} for nothing of
     *     anybody's
     * @param sends query and body of the call, so that it is refused for its right or gets past it
     */
    record Row(
            String tag, String method, String path, String words, String object, Map<Caller, May> may, String sends) {

        String operation() {
            return method + " " + path;
        }
    }

    static WhoMayWhat read() {
        try (InputStream file = WhoMayWhat.class.getResourceAsStream("who-may-what.md")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WhoMayWhat parse(String text) {
        List<Row> rows = new ArrayList<>();
        String tag = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                tag = line.substring(3).strip();
            } else if (line.matches("\\| (GET|POST|PUT|PATCH|DELETE) .*")) {
                rows.add(row(tag, cells(line)));
            }
        }
        return new WhoMayWhat(rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.strip().split("\\|", -1)).map(String::strip).toList();
    }

    private static Row row(String tag, List<String> cells) {
        int callers = Caller.values().length;
        if (cells.size() != callers + 6) {
            throw new IllegalStateException("%s: the row of %s has %d cells instead of %d."
                    .formatted(FILE, cells.get(1), cells.size() - 2, callers + 4));
        }
        Map<Caller, May> may = new EnumMap<>(Caller.class);
        int cell = 4;
        for (Caller each : Caller.values()) {
            may.put(each, may(cells.get(1), cells.get(cell++)));
        }
        String[] operation = cells.get(1).split(" ", 2);
        return new Row(tag, operation[0], operation[1], cells.get(2), cells.get(3), may, cells.get(4 + callers));
    }

    private static May may(String operation, String cell) {
        return Arrays.stream(May.values())
                .filter(each -> each.code().equals(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s: '%s' in the row of %s. Write yes, team, own or no.".formatted(FILE, cell, operation)));
    }

    /** The tags in their order, each with its rows. */
    Map<String, List<Row>> byTag() {
        return rows.stream().collect(Collectors.groupingBy(Row::tag, LinkedHashMap::new, Collectors.toList()));
    }
}
