package org.leadrelay.ui.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.Week.monday;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.FactView;

class FactGroupTest {

    @Test
    void facts_of_one_provenance_are_one_group_wherever_they_stand() {
        List<FactGroup> groups = FactGroup.of(List.of(
                fact("name", "crm", null, 0),
                fact("company", "person", "mary", 0),
                fact("email", "crm", null, 20),
                fact("phone", "crm", null, 120),
                fact("city", "person", "mike", 0)));

        assertThat(groups)
                .extracting(group -> group.facts().stream().map(FactView::name).toList())
                .containsExactly(List.of("name", "email"), List.of("company"), List.of("phone"), List.of("city"));
        assertThat(groups.get(0).at()).isEqualTo(monday("10:00"));
    }

    private static FactView fact(String name, String source, @Nullable String person, int secondsLater) {
        return new FactView(
                name,
                name,
                "value",
                "value",
                false,
                true,
                source,
                null,
                person,
                monday("10:00").plus(Duration.ofSeconds(secondsLater)),
                null,
                false);
    }
}
