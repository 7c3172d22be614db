package org.leadrelay.redesign.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.difference.Upgrade.Side;

class UpgradeDifferenceTest {

    private static final String JOURNEY = "lead-journey.bpmn";
    private static final String FOLLOW_UP = "lead-follow-up.bpmn";

    private final Differences differences = new Differences(new ShippedClauses());
    private final ShippedFiles origin = ShippedFiles.all();

    @Test
    void what_the_product_what_the_owner_and_what_both_changed_is_told_apart() {
        // given
        ShippedFiles shipped = origin.with(FOLLOW_UP, "label=\"How?\"", "label=\"By which way?\"")
                .with(JOURNEY, "name=\"Qualify lead\"", "name=\"Qualify the lead\"");
        ShippedFiles own = origin.with(FOLLOW_UP, "label=\"How?\"", "label=\"Through what?\"")
                .with("lead-fit.dmn", "label=\"Seniority\"", "label=\"Rank\"");

        // when
        Upgrade upgrade = differences.upgrade(origin.files(), shipped.files(), own.files());

        // then
        assertThat(upgrade.files(Side.SHIPPED)).containsExactly(JOURNEY);
        assertThat(upgrade.files(Side.OWN)).containsExactly("lead-fit.dmn");
        assertThat(upgrade.files(Side.BOTH)).containsExactly(FOLLOW_UP);
        assertThat(upgrade.elements())
                .filteredOn(each -> each.side() == Side.BOTH)
                .singleElement()
                .matches(Upgrade.Element::isConflict)
                .extracting(Upgrade.Element::name)
                .isEqualTo("Make contact");
    }

    @Test
    void the_same_change_on_both_sides_and_two_of_other_properties_are_no_conflict() {
        // given
        ShippedFiles shipped = origin.with(FOLLOW_UP, "label=\"How?\"", "label=\"By which way?\"");
        ShippedFiles same = shipped;
        ShippedFiles other = origin.with(FOLLOW_UP, "name=\"Make contact\"", "name=\"Reach the buyer\"");

        // then
        assertThat(differences
                        .upgrade(origin.files(), shipped.files(), same.files())
                        .elements())
                .noneMatch(Upgrade.Element::isConflict);
        assertThat(differences
                        .upgrade(origin.files(), shipped.files(), other.files())
                        .elements())
                .noneMatch(Upgrade.Element::isConflict)
                .allMatch(each -> each.side() == Side.BOTH);
    }
}
