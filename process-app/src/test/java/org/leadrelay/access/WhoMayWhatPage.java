package org.leadrelay.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.access.WhoMayWhat.Caller;
import org.leadrelay.access.WhoMayWhat.May;
import org.leadrelay.access.WhoMayWhat.Row;

/** Prints the access matrix as the page of the documentation that administrators read. */
final class WhoMayWhatPage {

    private static final String HEAD = """
        # Who may what

        Every operation of the REST API and who may call it, by role and for API keys by scope. Views ask the same services, so a person may do on a screen
        what stands here. Whoever holds several roles may do what any of them may. The columns are the roles as they are shipped; what a role allows is data,
        and [an administrator may have changed it](roles.md).

        | | may be done with |
        |---|---|
        | yes | every object of its kind |
        | team | one's own, and those of one's teams: a rep's are the leads and tasks of the team, a manager's the reps of the teams |
        | own | one's own only |
        | | nothing: it is refused (403), or answered as if it were not there (404) |

        **Somebody without a role** sees their own login and changes their own password, and nothing else. **A deactivated person** and **a caller without
        login** get 401 everywhere but at the web form. An auditor changes nothing but what is their own.

        **API keys** send and do not read. A key opens what its scopes say (`leads`, `signals`, `consents`; an administrator chooses them under Administration,
        API keys) and everything else is closed to it. It reaches the leads of its own origin, those that a record of this origin is part of; another
        origin's lead and one made by hand are 404, as if they were not there. See [API keys](rest-api.md#api-keys).

        **What belongs to others** is answered like what does not exist wherever its existence would tell something: leads and saved views are 404. Lists
        hold what the caller may see and leave the rest out; their lines say whose are in it.

        This page is printed from [the file that a test walks](../../%s): every operation is called as every caller.
        Whoever changes who may what changes that file, and prints this page with
        `%s`.
        """;

    static final String COMMAND = "mvn -pl process-app -am test -Dtest=WhoMayWhatPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwho-may-what.write=true";

    private static final List<String> COLUMNS = List.of(
            "",
            "marketing",
            "sales rep",
            "sales manager",
            "arbiter",
            "process owner",
            "auditor",
            "administrator",
            "no role",
            "API key with",
            "without login",
            "operation");

    private WhoMayWhatPage() {}

    static String of(WhoMayWhat matrix) {
        StringBuilder page = new StringBuilder(HEAD.formatted(WhoMayWhat.FILE, COMMAND));
        matrix.byTag().forEach((tag, rows) -> {
            page.append("\n## ").append(tag).append("\n\n");
            page.append(line(COLUMNS));
            page.append("|---".repeat(COLUMNS.size())).append("|\n");
            rows.forEach(each -> page.append(line(cells(each))));
        });
        return page.toString();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.words());
        for (Caller each : Caller.values()) {
            if (each.isRole() || each == Caller.NO_ROLE) {
                cells.add(said(row.may().get(each)));
            }
        }
        cells.add(scopes(row));
        cells.add(said(row.may().get(Caller.ANONYMOUS)));
        cells.add("`" + row.operation() + "`");
        return cells;
    }

    private static String scopes(Row row) {
        List<Caller> opening = Arrays.stream(Caller.values())
                .filter(Caller::isKey)
                .filter(each -> row.may().get(each) != May.NO)
                .toList();
        if (opening.size() == KeyScope.values().length) {
            return "any scope";
        }
        return opening.stream()
                .map(each -> each.scope().code() + (row.may().get(each) == May.OWN ? " (own)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String said(May may) {
        return may == May.NO ? "" : may.code();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
