package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.SearchText;
import org.leadrelay.platform.Sql;
import org.leadrelay.worklist.InboxQuery.Scope;

/** SQL conditions of the disjoint parts of the inbox that one person sees of one query. */
final class InboxBranches {

    private static final String NOBODYS = " and assignee is null";

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder filters = new StringBuilder();

    private InboxBranches() {}

    static InboxBranches of(InboxQuery query, TaskAccess sight, Instant now) {
        InboxBranches branches = new InboxBranches();
        branches.parameters.put("me", sight.login());
        branches.parameters.put("team", sight.team().toArray(String[]::new));
        branches.parameters.put(
                "others",
                sight.team().stream()
                        .filter(login -> !login.equals(sight.login()))
                        .toArray(String[]::new));
        branches.filter(query, now);
        for (String role : new TreeSet<>(sight.roles())) {
            branches.role(role, query, true);
        }
        if (sight.sales()) {
            branches.role(SALES_REP, query, false);
        }
        return branches;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** All branches added up: each is counted or grouped as asked. */
    String counted(String select, String end) {
        return ofTasks(select, filters + end);
    }

    /** The tasks of all branches added up, whatever else the query filters by. */
    String ofTasks(String select, String end) {
        return added(part -> select + " from task_item where " + part.ofAll() + part.unanswered() + end);
    }

    /** All branches of a relation that has the columns role and assignee and knows what was answered, added up likewise. */
    String ofCounter(String select, String relation, String end) {
        return added(part -> select + " from " + relation + " where " + part.ofAll() + end);
    }

    private String added(Function<Part, String> query) {
        return parts.stream().map(part -> "(" + query.apply(part) + ")").collect(Collectors.joining(" union all "));
    }

    /**
     * The first rows of every branch. What a team has is read person by person, each in order from
     * the index of who has what: sorting all of it for one page would cost as much as there is.
     */
    String first(String order) {
        String end = filters + " order by " + order + " limit :upTo)";
        return parts.stream()
                .map(part -> part.members() == null
                        ? "(select * from task_item where " + part.condition() + part.unanswered() + end
                        : "select one.* from unnest(:"
                                + part.members()
                                + ") member cross join lateral (select * from"
                                + " task_item where "
                                + part.condition()
                                + " and assignee = member"
                                + part.unanswered()
                                + end
                                + " one")
                .collect(Collectors.joining(" union all "));
    }

    /**
     * @param whole whether the person sees the role's tasks whoever has them
     */
    private void role(String role, InboxQuery query, boolean whole) {
        if (query.role() != null && !query.role().equals(role)) {
            return;
        }
        String parameter = "role" + parts.size();
        parameters.put(parameter, role);
        String ofRole = "role = :" + parameter;
        if (query.scope() == Scope.ROLE || query.scope() == Scope.ALL) {
            parts.add(new Part(ofRole + NOBODYS, null));
        }
        if (query.scope() == Scope.ROLE || query.scope() == Scope.MINE) {
            parts.add(new Part(ofRole + " and assignee = :me", null));
        }
        if (query.scope() == Scope.TEAM) {
            parts.add(new Part(ofRole, "others"));
        }
        if (query.scope() == Scope.ALL) {
            parts.add(whole ? new Part(ofRole + " and assignee is not null", null) : new Part(ofRole, "team"));
        }
    }

    /**
     * One branch.
     *
     * @param members name of the parameter with the people who have these tasks, null when that is
     *     no condition
     */
    private record Part(String condition, @Nullable String members) {

        String ofAll() {
            return members == null ? condition : condition + " and assignee = any(:" + members + ")";
        }

        /**
         * Whoever has answered a task is done with it; others see that it is being answered. Nobody has answered what nobody has, and
         * without the question it is counted in the index alone.
         */
        String unanswered() {
            return condition.endsWith(NOBODYS) ? "" : " and (answered_at is null or assignee <> :me)";
        }
    }

    private void filter(InboxQuery query, Instant now) {
        equal("step", query.step());
        equal("source", query.source());
        equal("lead_id", query.lead());
        if (query.priority() != null) {
            equal("priority", Priority.rank(query.priority()));
        }
        if (query.overdue()) {
            filters.append(" and due <= :due");
            parameters.put("due", Sql.time(now));
        }
        if (query.waiting()) {
            filters.append(" and waiting");
        }
        List<SearchText.Word> words = SearchText.words(query.text());
        if (!words.isEmpty()) {
            filters.append(" and lead_id in (select id from lead where true");
            int number = 0;
            for (SearchText.Word word : words) {
                filters.append(" and (position(:word%1$d in search) > 0".formatted(number))
                        .append(" or position(:drawn%1$d in search) > 0)".formatted(number));
                parameters.put("word" + number, word.plain());
                parameters.put("drawn" + number++, word.drawnTogether());
            }
            filters.append(")");
        }
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            filters.append(" and ").append(column).append(" = :f_").append(column);
            parameters.put("f_" + column, value);
        }
    }
}
