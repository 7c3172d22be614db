package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promises are grouped by the side that their role was given; a role of neither, or that is gone, is a group of its own. */
@ProductTest
class SideGroupsTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_side_is_that_of_the_role_and_not_of_its_name() {
        assertThat(jdbc.sql(
                                "select " + Grouping.SIDE.called().replace("{0}", "p.role") + " from (values"
                                        + " ('marketing'), ('sales-rep'), ('sales-manager'), ('arbiter'), ('sales-gone')) p(role)")
                        .query(String.class)
                        .list())
                .containsExactly("marketing", "sales", "sales", "arbiter", "sales-gone");
    }
}
