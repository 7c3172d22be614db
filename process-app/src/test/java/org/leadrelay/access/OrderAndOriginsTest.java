package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class OrderAndOriginsTest {

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    Cast cast;

    @Test
    void people_are_listed_as_everything_else_is_with_numbers_in_their_order() {
        cast.person("order-10", Roles.MARKETING);
        cast.person("order-9", Roles.MARKETING);

        assertThat(people.all()).extracting(Person::login).containsSubsequence("order-9", "order-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correction", " Correction ", "web-to-lead", "api", "By hand"})
    void a_key_takes_no_name_that_says_otherwise_who_brought_something(String reserved) {
        assertThatThrownBy(() -> currentPerson.as(
                        Actor.SYSTEM,
                        () -> keys.create("key of " + reserved, reserved, null, EnumSet.allOf(KeyScope.class))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(reserved.strip());
    }
}
