package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@OwnDatabase
class SettingsOfLeadsTest {

    @Autowired
    FactDefinitions definitions;

    @Autowired
    Declarations declarations;

    private final String name = "f" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_value_that_is_listed_already_keeps_its_spelling() {
        // given
        definitions.define(listed("Colour", "Red", "Blue"), "max");
        // when
        definitions.define(listed("Paint", "RED", " Green "), "max");
        // then
        FactDefinition now = definitions.find(name).orElseThrow();
        assertThat(now.label()).isEqualTo("Paint");
        assertThat(now.values()).containsExactly("Blue", "Green", "Red");
        assertThat(definitions.canonical(name, "rEd")).contains("Red");
        assertThat(definitions.canonical(name, "yellow")).isEmpty();
    }

    @Test
    void two_who_define_the_same_fact_for_the_first_time_agree() {
        // when
        atOnce(4, number -> {
            definitions.define(listed("Same", "Value " + number), "max");
            return number;
        });
        // then
        assertThat(definitions.find(name).orElseThrow().values())
                .containsExactly("Value 0", "Value 1", "Value 2", "Value 3");
    }

    @Test
    void a_declaration_replaces_the_one_about_the_same_and_can_be_withdrawn_once() {
        // given
        Declarations.Declared first = declared(new Declaration(true, true, "consent", "They ticked a box."));
        Declarations.Declared second = declared(new Declaration(true, false, "contract", null));
        // when
        declarations.declare(first, "max");
        declarations.declare(second, "max");
        // then
        assertThat(declarations.all()).contains(second).doesNotContain(first);
        assertThat(declarations.withdraw("origin", name)).isTrue();
        assertThat(declarations.withdraw("origin", name)).isFalse();
        assertThat(declarations.all()).doesNotContain(second);
    }

    private FactDefinition listed(String label, String... values) {
        return new FactDefinition(name, label, FactDefinition.Type.LISTED, true, null, null, List.of(values));
    }

    private Declarations.Declared declared(Declaration declaration) {
        return new Declarations.Declared("origin", name, declaration);
    }
}
