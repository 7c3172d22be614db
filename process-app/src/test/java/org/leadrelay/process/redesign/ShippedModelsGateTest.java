package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The models that come with the product pass the gate, with no warning and no note either. */
@ProductTest
class ShippedModelsGateTest {

    @Autowired
    Gate gate;

    @Test
    void nothing_is_found_in_what_comes_with_the_product() {
        // when
        Gate.Reading reading = gate.read(ShippedModels.bytes());

        // then
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.files()).hasSize(21);
        List<String> found = gate.check(reading.files()).stream()
                .map(finding -> finding.rule() + " " + finding.file() + " " + finding.element() + ": "
                        + finding.message(Locale.ENGLISH))
                .toList();
        assertThat(found).isEmpty();
    }
}
