package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class InboxLayoutsTest {

    @Autowired
    InboxLayouts layouts;

    @Autowired
    Cast cast;

    @Test
    void where_somebody_put_the_splitter_is_kept_for_them_alone_and_within_limits() {
        // given
        String ada = cast.person("layout-ada", Roles.SALES_REP);
        String ben = cast.person("layout-ben", Roles.SALES_REP);
        cast.actingAs(ada);

        // when
        layouts.keepListShare(40);
        layouts.keepListShare(99);

        // then
        assertThat(layouts.listShare()).isEqualTo(InboxLayouts.WIDEST_LIST);
        cast.actingAs(ben);
        assertThat(layouts.listShare()).isEqualTo(InboxLayouts.USUAL);
    }
}
