package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.Week.monday;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Actor;
import org.leadrelay.worklist.InboxQuery.Scope;

/** Which tasks an inbox reads, as disjoint conditions; that the database finds them is told by WorklistTest. */
class InboxBranchesTest {

    private static final String UNANSWERED = " and (answered_at is null or assignee <> :me)";

    @ParameterizedTest(name = "{0} of a {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MINE | marketing     | role=marketing and assignee=me",
                "ROLE | marketing     | role=marketing and unassigned; role=marketing and assignee=me",
                "TEAM | marketing     | role=marketing and assignee of others",
                "ALL  | marketing     | role=marketing and unassigned; role=marketing and assigned",
                "MINE | sales-rep     | role=sales-rep and assignee=me",
                "ALL  | sales-rep     | role=sales-rep and unassigned; role=sales-rep and assignee of team",
                "TEAM | sales-rep     | role=sales-rep and assignee of others",
                "MINE | sales-manager | role=sales-manager and assignee=me; role=sales-rep and assignee=me",
                "TEAM | sales-manager | role=sales-manager and assignee of others;"
                        + " role=sales-rep and assignee of others",
                "ALL  | sales-manager | role=sales-manager and unassigned; role=sales-manager and assigned;"
                        + " role=sales-rep and unassigned; role=sales-rep and assignee of team",
                "ALL  | auditor       | nothing"
            })
    void each_role_of_a_person_brings_its_branches(Scope scope, String role, String expected) {
        // when
        InboxBranches branches = branches(InboxQuery.of(scope), role);

        // then
        assertThat(branches.isEmpty()).isEqualTo(expected.equals("nothing"));
        assertThat(inWords(branches)).isEqualTo(expected);
    }

    @Test
    void of_the_team_others_are_those_without_oneself() {
        // when
        Map<String, Object> parameters =
                branches(InboxQuery.of(Scope.TEAM), "sales-rep").parameters();

        // then
        assertThat(parameters).containsEntry("me", "ada");
        assertThat((String[]) parameters.get("team")).containsExactlyInAnyOrder("ada", "ben");
        assertThat((String[]) parameters.get("others")).containsExactly("ben");
    }

    @Test
    void a_query_for_one_role_leaves_the_branches_of_the_others_out() {
        assertThat(inWords(branches(InboxQuery.of(Scope.MINE).role("arbiter"), "marketing", "arbiter")))
                .isEqualTo("role=arbiter and assignee=me");
        assertThat(branches(InboxQuery.of(Scope.MINE).role("arbiter"), "marketing")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void without_filters_there_is_no_further_condition() {
        assertThat(filters(InboxQuery.of(Scope.MINE))).isEmpty();
    }

    @Test
    void every_filter_becomes_a_condition_with_its_parameter() {
        // given
        UUID lead = new UUID(0, 7);
        InboxQuery query = InboxQuery.of(Scope.MINE)
                .step("Activity_AnswerHandOff")
                .source("webinar")
                .priority("low")
                .lead(lead)
                .overdue(true)
                .waiting(true);

        // when
        InboxBranches branches = branches(query, "marketing");

        // then
        assertThat(filters(query))
                .isEqualTo(" and step = :f_step and source = :f_source and lead_id = :f_lead_id"
                        + " and priority = :f_priority and due <= :due and waiting");
        assertThat(branches.parameters())
                .containsEntry("f_step", "Activity_AnswerHandOff")
                .containsEntry("f_source", "webinar")
                .containsEntry("f_lead_id", lead)
                .containsEntry("f_priority", 2)
                .containsEntry("due", OffsetDateTime.ofInstant(monday("10:00"), ZoneOffset.UTC));
    }

    @Test
    void every_word_must_be_found_as_it_is_or_as_umlauts_are_also_written() {
        // given
        InboxQuery query = InboxQuery.of(Scope.MINE).text("Müller Aachen");

        // then
        assertThat(filters(query))
                .isEqualTo(" and lead_id in (select id from lead where true"
                        + " and (position(:word0 in search) > 0 or position(:drawn0 in search) > 0)"
                        + " and (position(:word1 in search) > 0 or position(:drawn1 in search) > 0))");
        assertThat(branches(query, "marketing").parameters())
                .containsEntry("word0", "muller")
                .containsEntry("word1", "aachen")
                .containsEntry("drawn1", "achen");
    }

    @Test
    void the_first_rows_of_a_team_are_read_person_by_person() {
        // when
        String sql = branches(InboxQuery.of(Scope.TEAM), "sales-rep").first("due, id");

        // then
        assertThat(sql)
                .isEqualTo("select one.* from unnest(:others) member cross join lateral"
                        + " (select * from task_item where role = :role0 and assignee = member"
                        + UNANSWERED
                        + " order by due, id limit :upTo) one");
        assertThat(branches(InboxQuery.of(Scope.MINE), "sales-rep").first("due, id"))
                .isEqualTo("(select * from task_item where role = :role0 and assignee = :me"
                        + UNANSWERED
                        + " order by due, id limit :upTo)");
    }

    private static InboxBranches branches(InboxQuery query, String... roles) {
        Actor actor = ShippedActor.ada(roles);
        return InboxBranches.of(query, TaskAccess.of(actor, Set.of("ben")), monday("10:00"));
    }

    private static String filters(InboxQuery query) {
        String sql = branches(query, "marketing").counted("select 1", "");
        String start = "(select 1 from task_item where role = :role0 and assignee = :me" + UNANSWERED;
        assertThat(sql).startsWith(start).endsWith(")");
        return sql.substring(start.length(), sql.length() - 1);
    }

    private static String inWords(InboxBranches branches) {
        List<String> said = Arrays.stream(branches.counted("", "").split(" union all ", -1))
                .map(each -> each.replace(UNANSWERED, "").replaceAll("^\\( from task_item where |\\)$", ""))
                .toList();
        return branches.isEmpty() ? "nothing" : String.join("; ", words(said, branches));
    }

    private static List<String> words(List<String> conditions, InboxBranches branches) {
        return conditions.stream()
                .map(each -> Pattern.compile(":(role\\d+)")
                        .matcher(each)
                        .replaceAll(role -> (String) branches.parameters().get(role.group(1)))
                        .replace("role = ", "role=")
                        .replaceAll("assignee = any\\(:(\\w+)\\)$", "assignee of $1")
                        .replace("assignee is null", "unassigned")
                        .replace("assignee is not null", "assigned")
                        .replace("assignee = :me", "assignee=me"))
                .toList();
    }
}
