package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Actor;

/** What one person may do with one task; ada reaches ben, nobody else. */
class TaskAccessTest {

    private static final String NOBODY = null;

    @ParameterizedTest(name = "a {0} and a task of {1} held by {2}: sees {3}, answers {4}, assigns {5}")
    @CsvSource({
        // whoever has the role sees all of its tasks, and answers those that are free or their own
        "marketing,     marketing,     ,    true,  true,  false",
        "marketing,     marketing,     ada, true,  true,  true",
        "marketing,     marketing,     zoe, true,  false, false",
        "marketing,     arbiter,       ,    false, false, false",
        // a rep sees the free ones, their own and their team's
        "sales-rep,     sales-rep,     ,    true,  true,  false",
        "sales-rep,     sales-rep,     ada, true,  true,  true",
        "sales-rep,     sales-rep,     ben, true,  false, false",
        "sales-rep,     sales-rep,     zoe, false, false, false",
        // a manager moves what the manager sees, and answers none of it
        "sales-manager, sales-rep,     ,    true,  false, true",
        "sales-manager, sales-rep,     ben, true,  false, true",
        "sales-manager, sales-rep,     zoe, false, false, false",
        "sales-manager, sales-manager, zoe, true,  false, false",
        "sales-manager, sales-manager, ada, true,  true,  true",
        "sales-manager, marketing,     ,    false, false, false",
        // an auditor and an administrator work on nothing, whatever a lane is called
        "auditor,       auditor,       ,    false, false, false",
        "administrator, administrator, ada, false, false, false",
        "auditor,       sales-rep,     ,    false, false, false"
    })
    void who_may_do_what_with_a_task(
            String role, String taskRole, @Nullable String holder, boolean sees, boolean answers, boolean assigns) {
        // given
        TaskAccess sight = sight(role);
        TaskItem task = task(taskRole, holder);

        // then
        assertThat(sight.sees(task)).as("sees").isEqualTo(sees);
        assertThat(sight.mayAnswer(task)).as("answers").isEqualTo(answers);
        assertThat(sight.mayAssign(task)).as("assigns").isEqualTo(assigns);
    }

    @Test
    void several_roles_add_up() {
        // given
        TaskAccess sight = sight("sales-manager", "sales-rep", "marketing");

        // then
        assertThat(sight.mayAnswer(task("sales-rep", NOBODY))).isTrue();
        assertThat(sight.mayAssign(task("sales-rep", "ben"))).isTrue();
        assertThat(sight.sees(task("marketing", "zoe"))).isTrue();
        assertThat(sight.sees(task("arbiter", NOBODY))).isFalse();
    }

    @Test
    void a_person_is_always_of_the_own_team() {
        assertThat(TaskAccess.of(actor("sales-rep"), Set.of()).sees(task("sales-rep", "ada")))
                .isTrue();
    }

    @Test
    void the_product_itself_has_no_tasks() {
        // given
        TaskAccess sight = TaskAccess.of(Actor.SYSTEM, Set.of("ada", "ben"));

        // then
        assertThat(sight.sees(task("sales-rep", "ada"))).isFalse();
        assertThat(sight.sees(task("marketing", NOBODY))).isFalse();
        assertThat(sight.mayAnswer(task("marketing", NOBODY))).isFalse();
    }

    private static TaskAccess sight(String... roles) {
        return TaskAccess.of(actor(roles), Set.of("ben"));
    }

    private static Actor actor(String... roles) {
        return ShippedActor.ada(roles);
    }

    private static TaskItem task(String role, @Nullable String holder) {
        return new TaskItem("t", new UUID(0, 1), "d", "Activity_Any", "Any", role, holder, false, false, false, null);
    }
}
