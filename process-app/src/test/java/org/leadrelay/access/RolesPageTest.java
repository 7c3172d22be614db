package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documented table of roles and permissions is the one that an installation begins with. */
@ProductTest
class RolesPageTest {

    private static final Path PAGE = Path.of("../docs/reference/roles.md");
    private static final String COMMAND = "mvn -pl process-app -am test -Dtest=RolesPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Droles.write=true";
    private static final String BEGIN = "<!-- printed: " + COMMAND + " -->\n";
    private static final String END = "<!-- end of what is printed -->\n";

    private static final List<String> SHIPPED = List.of(
            Roles.MARKETING,
            Roles.SALES_REP,
            Roles.SALES_MANAGER,
            Roles.ARBITER,
            Roles.PROCESS_OWNER,
            Roles.AUDITOR,
            Roles.ADMINISTRATOR);

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_table_is_what_an_installation_begins_with() throws IOException {
        // given
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);
        String printed = table();
        if (Boolean.getBoolean("roles.write")) {
            page = page.substring(0, begin) + printed + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END);
        }

        // then
        assertThat(page.substring(begin, end))
                .as("docs/reference/roles.md. Print it anew: %s", COMMAND)
                .isEqualTo(printed);
    }

    private String table() {
        Map<String, Set<String>> allowed = jdbc
                .sql("select role, permission from role_permission")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        StringBuilder table = new StringBuilder("\n| permission | name | ");
        table.append(SHIPPED.stream().map(each -> each.replace('-', ' ')).collect(Collectors.joining(" | ")));
        table.append(" |\n").append("|---".repeat(SHIPPED.size() + 2)).append("|\n");
        for (Permission.Area area : Permission.Area.values()) {
            table.append("| **")
                    .append(area.label(Locale.ENGLISH))
                    .append("** |")
                    .append(" |".repeat(SHIPPED.size() + 1))
                    .append('\n');
            Arrays.stream(Permission.values())
                    .filter(each -> each.area() == area)
                    .forEach(each -> table.append(row(each, allowed)));
        }
        return table.append('\n').toString();
    }

    private static String row(Permission permission, Map<String, Set<String>> allowed) {
        return "| %s%s | `%s` | %s |%n"
                .formatted(
                        permission.label(Locale.ENGLISH),
                        permission.isChanging() ? "" : " *",
                        permission.code(),
                        SHIPPED.stream()
                                .map(each -> allowed.get(each).contains(permission.code()) ? "yes" : "")
                                .collect(Collectors.joining(" | ")));
    }
}
