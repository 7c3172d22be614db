package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.redesign.Releases;
import org.leadrelay.testing.Database;
import org.springframework.beans.factory.annotation.Autowired;

/** What people read of deployed tables and models, in their language. */
class AgreedTablesTest extends JourneyTest {

    private static final String MATURITY = "lead-maturity";

    @Autowired
    AgreedTables tables;

    @Autowired
    ModelElements elements;

    @Autowired
    Releases releases;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Database database;

    @AfterEach
    void theFirstRelease() {
        cast.actingAsNobody();
        database.firstRelease();
    }

    @Test
    void the_reason_of_each_row_is_said_in_the_language_of_who_reads() {
        assertThat(reasons(version(), Locale.ENGLISH)).first().isEqualTo("Asked for a meeting: nothing is riper.");
        assertThat(reasons(version(), Locale.GERMAN))
                .hasSameSizeAs(reasons(version(), Locale.ENGLISH))
                .doesNotContainAnyElementsOf(reasons(version(), Locale.ENGLISH));
    }

    @Test
    void a_version_without_words_of_its_own_takes_those_in_force_by_the_rows_id() {
        // given
        SortedMap<String, byte[]> wordless = ReleaseDriver.shipped(file -> file);
        wordless.remove(MATURITY + "_de.properties");
        driver.inForce("Without words", wordless);
        int old = version();
        assertThat(reasons(old, Locale.GERMAN)).isEqualTo(reasons(old, Locale.ENGLISH));

        // when
        driver.inForce("With words", ReleaseDriver.shipped(file -> file));

        // then
        assertThat(version()).isGreaterThan(old);
        assertThat(reasons(old, Locale.GERMAN))
                .isEqualTo(reasons(version(), Locale.GERMAN))
                .isNotEqualTo(reasons(old, Locale.ENGLISH));
    }

    @Test
    void a_field_whose_answer_becomes_a_fact_needs_its_list_whether_it_offers_it_or_not() {
        assertThat(elements.all())
                .filteredOn(each -> each.id().equals("Activity_QualifyLead"))
                .flatExtracting(ModelElements.Element::lists)
                .contains("interest", "timeline", "decider");
    }

    private int version() {
        return Objects.requireNonNull(releases.current().tables().get(MATURITY));
    }

    private List<String> reasons(int version, Locale locale) {
        return tables.table(MATURITY, version, locale).orElseThrow().rules().stream()
                .map(AgreedTables.Rule::why)
                .toList();
    }
}
