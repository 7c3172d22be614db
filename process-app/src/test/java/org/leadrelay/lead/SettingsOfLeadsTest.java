package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Invalid;
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
    void a_fact_has_a_label_in_each_language_and_keeps_the_german_one_until_it_is_said_anew() {
        // given
        definitions.define(labelled("Fleet", "Fuhrpark"), "max");
        // when
        definitions.define(labelled("Vehicles", null), "max");
        // then
        FactDefinition fact = definitions.find(name).orElseThrow();
        assertThat(fact.label(Locale.ENGLISH)).isEqualTo("Vehicles");
        assertThat(fact.label(Locale.GERMAN)).isEqualTo("Fuhrpark");
        // when
        definitions.define(labelled("Vehicles", " "), "max");
        // then
        assertThat(definitions.find(name).orElseThrow().label(Locale.GERMAN)).isEqualTo("Vehicles");
    }

    @Test
    void what_the_product_knows_is_labelled_in_both_languages() {
        assertThat(definitions.find("companySize").orElseThrow().label(Locale.GERMAN))
                .isEqualTo("Firmengröße");
    }

    @Test
    void a_label_that_fills_a_page_is_refused() {
        assertThatThrownBy(() -> definitions.define(labelled("Fleet", "x".repeat(201)), "max"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Invalid.Violation::field)
                                .containsExactly("labelDe"));
    }

    private FactDefinition labelled(String english, @Nullable String german) {
        return new FactDefinition(name, english, german, FactDefinition.Type.NUMBER, true, null, null, List.of());
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
        return new FactDefinition(name, label, null, FactDefinition.Type.LISTED, true, null, null, List.of(values));
    }

    private Declarations.Declared declared(Declaration declaration) {
        return new Declarations.Declared("origin", name, declaration);
    }
}
