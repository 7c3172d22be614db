package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.access.TeamReach;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.Skills;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.ProductException;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whom a sales manager manages, walked over roles, teams and every operation that acts on a rep or
 * a team. An operation that is new and stands in neither list fails the test.
 */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class ManagersReachTest {

    /** Names under which a rep or a team is spoken of, in a path, a parameter or a body. */
    private static final Set<String> REP_OR_TEAM =
            Set.of("login", "rep", "reps", "team", "assignee", "deputy", "owner", "holder");

    private static final String NONE = "";

    /** What acts on a rep: path, with the rep, a task and an absence of theirs filled in. */
    private static final Map<String, String> ON_A_REP = new LinkedHashMap<>();

    /** What is not decided by teams, and why. */
    private static final Map<String, String> NOT_BY_TEAM = new LinkedHashMap<>();

    static {
        ON_A_REP.put("PUT /api/team/reps/{login}", "{\"capacity\": 7}");
        ON_A_REP.put("PUT /api/team/reps/{login}/skills", "{\"skills\": []}");
        ON_A_REP.put("POST /api/team/reps/{login}/absences", "{}");
        ON_A_REP.put("DELETE /api/team/reps/{login}/absences", NONE);
        ON_A_REP.put("DELETE /api/team/reps/{login}/absences/{id}", NONE);
        ON_A_REP.put("PUT /api/calendar-of/reps/{login}", "{\"calendar\": \"default\"}");
        ON_A_REP.put("DELETE /api/calendar-of/reps/{login}", NONE);
        ON_A_REP.put("GET /api/tasks/{id}", NONE);
        ON_A_REP.put("GET /api/tasks/{id}/candidates", NONE);
        ON_A_REP.put("GET /api/tasks/{id}/comments", NONE);
        ON_A_REP.put("GET /api/tasks/{id}/notes", NONE);
        ON_A_REP.put("POST /api/tasks/{id}/comments", "{\"text\": \"Call them\"}");
        ON_A_REP.put("POST /api/tasks/{id}/release", NONE);
        ON_A_REP.put("POST /api/tasks/{id}/reassign", "{\"assignee\": null}");
        ON_A_REP.put("POST /api/tasks/reassign", "{\"tasks\": [\"{id}\"], \"assignee\": null}");
        ON_A_REP.put("GET /api/promises?rep={login}", NONE);
        ON_A_REP.put("GET /api/promises/summary?rep={login}", NONE);
        ON_A_REP.put("GET /api/promises.csv?rep={login}", NONE);

        String holder = "only whoever has the task answers it, and no manager does";
        for (String each : List.of("claim", "complete", "ask")) {
            NOT_BY_TEAM.put("POST /api/tasks/{id}/" + each, holder);
        }
        NOT_BY_TEAM.put("POST /api/tasks/claim", holder);
        NOT_BY_TEAM.put("POST /api/tasks/{id}/undo", "an answer is taken back by whoever gave it");
        for (String each : List.of("GET", "PUT", "DELETE")) {
            NOT_BY_TEAM.put(each + " /api/tasks/{id}/draft", "a draft is its writer's alone");
        }
        String list = "a list: it shows what is within reach, see the tests of lists";
        NOT_BY_TEAM.put("GET /api/tasks", list);
        NOT_BY_TEAM.put("GET /api/tasks/counts", list);
        NOT_BY_TEAM.put("GET /api/team/reps", list);
        NOT_BY_TEAM.put("GET /api/team/waiting", "a lead that waits is nobody's yet");
        NOT_BY_TEAM.put("GET /api/team/incoming", "a rep's own");
        NOT_BY_TEAM.put("GET /api/team/skills", "the words are everybody's");
        NOT_BY_TEAM.put("PUT /api/team/skills/{id}", "the words are everybody's");
        NOT_BY_TEAM.put("DELETE /api/team/skills/{id}", "has a test of its own");
        for (String each : List.of("GET", "PUT", "DELETE")) {
            NOT_BY_TEAM.put(each + " /api/calendar-of/teams/{team}", "has a test of its own");
        }
        NOT_BY_TEAM.put("GET /api/calendar-of/reps/{login}", "whose hours count is no secret");
        NOT_BY_TEAM.put("GET /api/tasks/views", "a view is its writer's alone");
        NOT_BY_TEAM.put("POST /api/tasks/views", "a view is its writer's alone");
        NOT_BY_TEAM.put("DELETE /api/tasks/views/{id}", "a view is its writer's alone");
        NOT_BY_TEAM.put("PUT /api/mandates/{mandate}", "administrators only");
        NOT_BY_TEAM.put("GET /api/leads", "a manager sees every lead");
        NOT_BY_TEAM.put("GET /api/leads.csv", "a manager sees every lead");
        for (String each : List.of("{board}", "{board}/leads", "{board}.csv", "{board}/leads.csv")) {
            NOT_BY_TEAM.put(
                    "GET /api/boards/" + each, "the whole is everybody's; reps and teams alone: BoardReportsTest");
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Desk desk;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reps reps;

    @Autowired
    Skills skills;

    @Autowired
    Attendance attendance;

    @Autowired
    HandOffs handOffs;

    @Autowired
    CalendarUsers calendarUsers;

    @Autowired
    CalendarAdministration calendars;

    @Autowired
    RepsTasks repsTasks;

    @Autowired
    TaskCommands work;

    @Autowired
    TeamReach reach;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping operations;

    private static final List<String> REPS = List.of("ada", "chloe", "evan", "nora");

    /** Of each manager, the reps they manage: Evan is in both teams, Nora in none. */
    private static final Map<String, Set<String>> MANAGED = Map.of(
            "boss", Set.of("ada", "evan", "nora"),
            "other-boss", Set.of("chloe", "evan", "nora"),
            "all-boss", Set.of("ada", "chloe", "evan", "nora"),
            "lone-boss", Set.of("nora"));

    private UUID inbound;
    private UUID field;

    @BeforeEach
    void twoTeamsAndSomeInNone() {
        database.empty();
        Desk.staff(cast);
        cast.person("evan", Roles.SALES_REP);
        cast.person("nora", Roles.SALES_REP);
        cast.person("all-boss", Roles.SALES_MANAGER);
        cast.person("lone-boss", Roles.SALES_MANAGER);
        inbound = cast.team("Inbound", "ada", "ben", "evan", "boss", "all-boss");
        field = cast.team("Field", "chloe", "evan", "other-boss", "all-boss");
    }

    @AfterEach
    void leaveNothing() {
        cast.actingAsNobody();
        database.empty();
        cast.person("evan", Roles.AUDITOR);
        cast.person("nora", Roles.AUDITOR);
    }

    @Test
    void every_operation_on_a_rep_or_team_is_walked_or_says_why_not() {
        // when
        Set<String> found = new TreeSet<>();
        operations.getHandlerMethods().forEach((mapping, handler) -> {
            for (String path : mapping.getPatternValues()) {
                boolean about = path.startsWith("/api/team/")
                        || path.startsWith("/api/tasks")
                        || namesRepOrTeam(handler.getMethod());
                if (about && !path.startsWith("/api/admin/")) {
                    mapping.getMethodsCondition().getMethods().forEach(method -> found.add(method + " " + path));
                }
            }
        });

        // then
        TreeSet<String> known = new TreeSet<>(NOT_BY_TEAM.keySet());
        ON_A_REP.keySet().forEach(each -> known.add(each.replaceFirst("[?].*", "")));
        assertThat(known).containsAll(found);
        assertThat(found).hasSizeGreaterThan(30);
    }

    private static boolean namesRepOrTeam(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(each -> Stream.concat(
                        Stream.of(each.getName()),
                        each.getType().isRecord()
                                ? Arrays.stream(each.getType().getRecordComponents())
                                        .map(part -> part.getName())
                                : Stream.empty()))
                .anyMatch(REP_OR_TEAM::contains);
    }

    @Test
    void every_operation_on_a_rep_asks_whether_the_manager_manages_them() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String operation : ON_A_REP.keySet()) {
            for (String manager : MANAGED.keySet()) {
                for (String rep : REPS) {
                    boolean managed = MANAGED.get(manager).contains(rep);
                    Seen seen = perform(operation, manager, rep);
                    if (seen.refusedByTeam() == managed || seen.done() != managed) {
                        wrong.add(operation + " by " + manager + " on " + rep + ": " + seen);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void without_the_role_nothing_of_it_is_done_to_anybody() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String operation : ON_A_REP.keySet()) {
            if (operation.contains("/api/team/") || operation.contains("/api/calendar-of/")) {
                for (String login : List.of("ben", "mary", "judge", "watcher", "owner", "admin")) {
                    boolean keeper = operation.contains("/api/calendar-of/")
                            && Set.of("owner", "admin").contains(login);
                    Seen seen = perform(operation, login, "ada");
                    if (seen.done() != keeper) {
                        wrong.add(operation + " by " + login + ": " + seen);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Seen(int status, String body, boolean refusedByTeam) {

        boolean done() {
            return status < 300 && !refusedByTeam;
        }
    }

    private Seen perform(String operation, String manager, String rep) throws Exception {
        cast.actingAsNobody();
        String task = desk.task("sales-rep", rep);
        String id = task;
        if (operation.contains("/absences/{id}")) {
            id = attendance.away(rep, null, null).absences().get(0).id().toString();
        }
        int space = operation.indexOf(' ');
        String path = operation.substring(space + 1).replace("{login}", rep).replace("{id}", id);
        MockHttpServletRequestBuilder call = request(HttpMethod.valueOf(operation.substring(0, space)), path)
                .with(httpBasic(manager, Cast.PASSWORD));
        String body = ON_A_REP.get(operation);
        if (!body.equals(NONE)) {
            call.contentType(MediaType.APPLICATION_JSON).content(body.replace("{id}", id));
        }
        MockHttpServletResponse answer = mvc.perform(call).andReturn().getResponse();
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        return new Seen(answer.getStatus(), text, text.contains(reach.refusal()));
    }

    @Test
    void the_lists_of_reps_hold_those_whom_the_manager_manages() throws Exception {
        for (String manager : MANAGED.keySet()) {
            cast.actingAs(manager);
            assertThat(reps.all())
                    .extracting(RepChoice::login)
                    .filteredOn(REPS::contains)
                    .containsExactlyInAnyOrderElementsOf(MANAGED.get(manager));
            assertThat(handOffs.reps())
                    .as("whom a lead without a rep may be given")
                    .extracting(RepChoice::login)
                    .filteredOn(REPS::contains)
                    .containsExactlyInAnyOrderElementsOf(MANAGED.get(manager));
        }
        cast.actingAs("mary");
        assertThat(reps.all()).isEmpty();
        assertThat(handOffs.reps()).extracting(RepChoice::login).containsAll(REPS);
    }

    @Test
    void a_task_or_an_absence_goes_only_to_somebody_whom_the_manager_manages() {
        for (String to : List.of("evan", "nora", "chloe")) {
            boolean managed = MANAGED.get("boss").contains(to);
            String task = desk.task("sales-rep", "ada");
            cast.actingAs("boss");
            assertThatRefusedUnless(managed, () -> work.reassign(task, to));
            assertThatRefusedUnless(managed, () -> attendance.away("ada", null, null, to, AbsenceHandling.DEPUTY));
            assertThatRefusedUnless(managed, () -> repsTasks.forecast("ada", to, AbsenceHandling.DEPUTY));
            assertThat(work.reassignAll(List.of(desk.task("sales-rep", "ada")), to)
                            .get(0)
                            .done())
                    .isEqualTo(managed);
        }
    }

    @Test
    void what_the_teams_page_looks_up_about_a_rep_is_refused_as_well() {
        for (String manager : MANAGED.keySet()) {
            for (String rep : REPS) {
                boolean managed = MANAGED.get(manager).contains(rep);
                String task = desk.task("sales-rep", rep);
                cast.actingAs(manager);
                assertThatRefusedUnless(managed, () -> repsTasks.of(rep));
                assertThatRefusedUnless(managed, () -> repsTasks.forecast(rep, null, AbsenceHandling.STAY));
                assertThatRefusedUnless(managed, () -> repsTasks.skillsFor(task));
                assertThat(calendarUsers.mayGiveRep(rep)).isEqualTo(managed);
            }
        }
    }

    @Test
    void a_skill_that_a_rep_of_another_team_has_stays_on_the_list() {
        // given
        cast.actingAs("boss");
        skills.put("rail", "Rail", "Schiene");
        skills.of("ada", Set.of("rail"));
        assertThat(mayRemove("rail")).isTrue();
        cast.actingAs("other-boss");
        skills.of("chloe", Set.of("rail"));

        // then
        cast.actingAs("boss");
        assertThat(mayRemove("rail")).isFalse();
        assertThatRefused(() -> skills.remove("rail"), true);
        skills.put("rail", "Railways", "Schiene");
        cast.actingAs("all-boss");
        assertThat(mayRemove("rail")).isTrue();
        skills.remove("rail");
        cast.actingAs("mary");
        assertThatRefused(() -> skills.put("rail", "Rail", null), false);
    }

    private boolean mayRemove(String skill) {
        return skills.all().stream()
                .filter(each -> each.id().equals(skill))
                .findFirst()
                .orElseThrow()
                .mayRemove();
    }

    @Test
    void a_teams_calendar_is_its_managers_and_that_of_process_owners_and_administrators() {
        for (String login : List.of("boss", "all-boss", "owner", "admin")) {
            cast.actingAs(login);
            calendarUsers.giveTeam(inbound, BusinessCalendars.DEFAULT);
            calendarUsers.takeFromTeam(inbound);
        }
        for (String login : List.of("other-boss", "lone-boss")) {
            cast.actingAs(login);
            assertThatRefused(() -> calendarUsers.giveTeam(inbound, BusinessCalendars.DEFAULT), true);
            assertThatRefused(() -> calendarUsers.takeFromTeam(inbound), true);
            assertThat(calendarUsers.mayGiveTeam(inbound)).isFalse();
        }
        cast.actingAs("ada");
        assertThatRefused(() -> calendarUsers.takeFromTeam(inbound), false);
    }

    @Test
    void a_calendar_in_which_others_count_is_not_a_managers_to_change() {
        // given
        String id = "shared-" + UUID.randomUUID().toString().substring(0, 8);
        cast.actingAs("owner");
        calendars.save(id, hours("09:00", null));
        calendarUsers.giveTeam(inbound, id);
        int version = calendars.newest(id).version();

        // then
        cast.actingAs("boss");
        assertThat(calendars.mayChange(id)).isTrue();
        cast.actingAs("other-boss");
        assertThat(calendars.mayChange(id)).isFalse();
        assertThatRefused(() -> calendars.save(id, hours("08:00", version)), true);
        cast.actingAs("owner");
        calendarUsers.giveRep("chloe", id);
        cast.actingAs("boss");
        assertThatRefused(() -> calendars.save(id, hours("08:00", version)), true);
        cast.actingAs("all-boss");
        calendars.save(id, hours("08:00", version));
        cast.actingAs("owner");
        calendarUsers.takeFromRep("chloe");
    }

    private static CalendarForm hours(String from, Integer version) {
        return new CalendarForm(
                "Shared",
                "Europe/Berlin",
                Map.of("monday", List.of(new CalendarForm.Range(from, "17:00"))),
                null,
                List.of(),
                List.of(),
                version);
    }

    @Test
    void a_team_is_asked_for_in_the_promises_by_its_manager_only() throws Exception {
        for (String path : List.of("/api/promises", "/api/promises/summary", "/api/promises.csv")) {
            for (String manager : MANAGED.keySet()) {
                MockHttpServletResponse answer = mvc.perform(
                                get(path + "?team=" + field).with(httpBasic(manager, Cast.PASSWORD)))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getStatus())
                        .as(path + " " + manager)
                        .isEqualTo(manager.equals("other-boss") || manager.equals("all-boss") ? 200 : 403);
            }
            for (String login : List.of("mary", "owner", "watcher")) {
                mvc.perform(get(path + "?rep=chloe&team=" + field).with(httpBasic(login, Cast.PASSWORD)))
                        .andExpect(status().isOk());
            }
        }
    }

    @Test
    void in_a_firm_without_teams_every_manager_manages_every_rep() throws Exception {
        // given
        jdbc.sql("delete from team_member").update();
        jdbc.sql("delete from team").update();

        // then
        for (String manager : List.of("boss", "lone-boss")) {
            cast.actingAs(manager);
            assertThat(reps.all()).extracting(RepChoice::login).containsAll(REPS);
            for (String operation : ON_A_REP.keySet()) {
                assertThat(perform(operation, manager, "chloe").done())
                        .as(operation)
                        .isTrue();
            }
        }
    }

    private void assertThatRefusedUnless(boolean managed, Runnable deed) {
        if (managed) {
            deed.run();
        } else {
            assertThatRefused(deed, true);
        }
    }

    private void assertThatRefused(Runnable deed, boolean byTeam) {
        ProductException refusal = catchThrowableOfType(ProductException.class, deed::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.detail().contains(reach.refusal())).isEqualTo(byTeam);
        if (!byTeam) {
            assertThat(refusal).isInstanceOf(Forbidden.class);
        }
    }
}
