package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.Roles;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reader may see of people and leads. */
class BoardReadersViewTest extends BoardViewTest {

    @Autowired
    RolePermissions permissions;

    @Autowired
    CurrentPerson current;

    @AfterEach
    void nobodyIsTold() {
        people(false);
        may(Roles.SALES_REP, Permission.READ_BOARDS, false);
    }

    @Test
    void no_name_of_a_rep_stands_anywhere_until_an_agreement_allows_it() {
        // given
        forty();
        open("boards/reasons?number=reasons.rejected&part=denominator");

        // then
        assertThat(text(page())).doesNotContain("rita-the-rep", "Works agreement");

        // and when
        people(true);
        open("boards/reasons?number=reasons.rejected&part=denominator&page=0");

        // then
        assertThat(text(page())).contains("rita-the-rep", "Works agreement 7", "27", "Rejected: all 40");

        // and when: whoever is concerned reads it in their own settings
        logIn("rita-the-rep");
        open("settings");

        // then
        assertThat(text(page())).contains("Works agreement 7");
    }

    @Test
    void a_rep_finds_no_boards() {
        // given
        logIn("rita-the-rep");

        // when
        open("boards");

        // then
        _assertNone(BoardsView.class);
    }

    @Test
    void leads_that_the_reader_may_not_see_have_a_reference_and_no_name() {
        // given: a firm whose reps read the boards
        forty();
        UUID own = shown("Lead 3");
        UUID others = shown("Lead 4");
        jdbc.sql("update lead set owner = 'rita-the-rep' where id = ?")
                .param(own)
                .update();
        may(Roles.SALES_REP, Permission.READ_BOARDS, true);
        logIn("rita-the-rep");

        // when
        open("boards/reasons?number=reasons.rejected&part=denominator");

        // then
        assertThat(text(page()))
                .contains(
                        "Lead 3",
                        "Lead " + others.toString().substring(0, 8),
                        "Leads without a name are not yours to see")
                .doesNotContain("Lead 4 ");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("lead/" + others);
        assertThat(jdbc.sql("select count(*) from journey_log where kind = 'read-list'"
                                + " and person_ref = (select ref from person_ref where login = 'rita-the-rep')"
                                + " and subject = 'board-leads'")
                        .query(Long.class)
                        .single())
                .as("on record")
                .isPositive();
    }

    private void people(boolean shown) {
        may(Roles.MARKETING, Permission.BOARDS_PEOPLE, shown);
    }

    private void may(String role, Permission permission, boolean allowed) {
        current.as(Actor.SYSTEM, () -> {
            Set<String> codes = permissions.all().stream()
                    .filter(each -> each.role().name().equals(role))
                    .flatMap(each -> each.permissions().stream())
                    .map(Permission::code)
                    .filter(each -> !each.equals(permission.code()))
                    .collect(Collectors.toCollection(HashSet::new));
            if (allowed) {
                codes.add(permission.code());
            }
            return permissions.change(role, codes, null, new Agreed("Works agreement 7", LocalDate.of(2026, 2, 27)));
        });
    }

    private UUID shown(String name) {
        return jdbc.sql("select id from lead where name = ? and id in (select lead_id from lap_fact)")
                .param(name)
                .query(UUID.class)
                .single();
    }
}
