package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A role that only a release names which is not in force: not yet, or not any more. */
@ProductTest
@OwnDatabase
class SealedRoleTest {

    private static final String CLOSER = "closer";

    @Autowired
    Owners owners;

    @Autowired
    Approval approval;

    @Autowired
    Releases releases;

    @Autowired
    RolePermissions roles;

    @Autowired
    Database database;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Release sealed;

    @BeforeEach
    void aReleaseThatNamesIt() {
        owners.arrive();
        cast.actingAs(Owners.ADMINISTRATOR);
        roles.save(new Roles.Role(CLOSER, "Closer", "Abschluss", "Closes deals", RoleSide.SALES));
        sealed = owners.seal(
                Owners.shipped("lead-follow-up.bpmn", xml -> xml.replace("\"sales-rep\"", "\"" + CLOSER + "\"")));
    }

    @AfterEach
    void asItWas() {
        cast.actingAs(Owners.PETRA);
        releases.all().stream()
                .filter(each -> each.stage() == ReleaseStage.SEALED)
                .forEach(each -> approval.withdraw(each.number(), "A test"));
        cast.actingAsNobody();
        jdbc.sql("delete from role where name = ?").param(CLOSER).update();
        database.firstRelease();
        database.firstCharter();
    }

    @Test
    void stays_until_the_release_is_given_up() {
        // given
        cast.actingAs(Owners.ADMINISTRATOR);
        assertThatThrownBy(() -> roles.remove(CLOSER))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("has tasks in a model");

        // when
        approval.withdraw(sealed.number(), "Not now");

        // then
        roles.remove(CLOSER);
        assertThat(roles.all()).extracting(each -> each.role().name()).doesNotContain(CLOSER);
    }

    @Test
    void a_release_that_names_a_role_that_is_gone_is_not_rolled_back_to() {
        // given
        owners.approve(Owners.OLE, sealed, null);
        cast.actingAs(Owners.PETRA);
        owners.approve(Owners.OLE, approval.rollBack(1, "A test"), null);
        cast.actingAs(Owners.ADMINISTRATOR);
        roles.remove(CLOSER);

        // then
        cast.actingAs(Owners.PETRA);
        assertThatThrownBy(() -> approval.rollBack(sealed.number(), "A test"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("roles that there are no more: " + CLOSER);

        // when it is there again
        cast.actingAs(Owners.ADMINISTRATOR);
        roles.save(new Roles.Role(CLOSER, "Closer", "Abschluss", "Closes deals", RoleSide.SALES));
        cast.actingAs(Owners.PETRA);

        // then
        assertThat(approval.rollBack(sealed.number(), "A test").stage()).isEqualTo(ReleaseStage.SEALED);
    }

    @Test
    void when_it_is_gone_all_the_same_the_release_is_not_approved() {
        // given
        jdbc.sql("delete from role where name = ?").param(CLOSER).update();

        // then
        assertThatThrownBy(() -> owners.approve(Owners.OLE, sealed, null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("The gate refuses release " + sealed.number())
                .hasMessageContaining(CLOSER);
        cast.actingAs(Owners.PETRA);
        assertThat(releases.release(sealed.number()).stage()).isEqualTo(ReleaseStage.SEALED);
        assertThat(releases.current().release()).isEqualTo(1);
    }
}
