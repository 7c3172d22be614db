package org.leadrelay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The companies, phone numbers and sentences of the demo, none of which belong to anybody. */
class InventedPeopleTest {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private final Random chance = new Random(1);
    private final SimulatedFirms firms = new SimulatedFirms();

    @Test
    void there_are_several_dozen_companies_of_all_sizes_on_domains_for_examples() {
        // given
        List<SimulatedFirms.Firm> all = firms.all();

        // then
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(all).extracting(SimulatedFirms.Firm::name).doesNotHaveDuplicates();
        assertThat(all).extracting(SimulatedFirms.Firm::domain).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(each -> assertThat(each.domain()).matches("[a-z-]+\\.example"))
                .anySatisfy(each -> assertThat(Integer.parseInt(each.people())).isGreaterThanOrEqualTo(1_000))
                .anySatisfy(each -> assertThat(Integer.parseInt(each.people())).isLessThan(50));
    }

    @Test
    void a_phone_number_is_one_of_the_country_of_its_lead() throws NumberParseException {
        Map<String, String> regions = Map.of(
                "Germany", "DE",
                "United Kingdom", "GB",
                "France", "FR",
                "United States", "US",
                "Australia", "AU",
                "Sweden", "SE");
        Set<String> withNumbers = new HashSet<>();
        for (SimulatedFirms.Firm firm : firms.all()) {
            // when
            Optional<String> number = FictionNumbers.of(firm.city(), chance);

            // then
            if (number.isPresent()) {
                withNumbers.add(firm.country());
                assertThat(PHONES.getRegionCodeForNumber(PHONES.parse(number.get(), "ZZ")))
                        .as(number.get())
                        .isEqualTo(regions.get(firm.country()));
            }
        }
        assertThat(withNumbers).isEqualTo(regions.keySet());
    }

    @ParameterizedTest(name = "every number of {0} is {1}")
    @CsvSource({
        "Berlin,    \\+493023125\\d{3}",
        "London,    \\+442079460\\d{3}",
        "Boston,    \\+161755501\\d{2}",
        "Sydney,    \\+6125550\\d{4}",
        "Paris,     \\+3319900\\d{4}"
    })
    void numbers_come_from_the_ranges_kept_for_fiction(String city, String range) throws NumberParseException {
        for (int i = 0; i < 50; i++) {
            String number = FictionNumbers.of(city, chance).orElseThrow();
            assertThat(PHONES.format(PHONES.parse(number, "ZZ"), PhoneNumberFormat.E164))
                    .matches(range);
        }
    }

    @Test
    void a_country_without_such_a_range_has_no_numbers() {
        assertThat(FictionNumbers.of("Wien", chance)).isEmpty();
    }

    @Test
    void a_note_fits_the_reason_and_speaks_the_language_of_who_writes_it() {
        // given
        Map<String, Object> answers = Map.of("outcome", "reject", "rejectionReason", "wrongContact");

        // when
        Set<String> english = said("Activity_AnswerHandOff", answers, Locale.ENGLISH);
        Set<String> german = said("Activity_AnswerHandOff", answers, Locale.GERMAN);

        // then
        assertThat(english).hasSizeGreaterThan(2).anyMatch(each -> each.contains("bakery"));
        assertThat(german).hasSizeGreaterThan(2).anyMatch(each -> each.contains("Bäckerei"));
    }

    @Test
    void a_step_that_nobody_wrote_for_has_a_note_all_the_same() {
        assertThat(said("Activity_NewStep", Map.of(), Locale.ENGLISH)).isNotEmpty();
    }

    private Set<String> said(String step, Map<String, Object> answers, Locale language) {
        return chance.ints(40)
                .mapToObj(each -> SimulatedNotes.of(step, "note", answers, language, chance))
                .collect(Collectors.toSet());
    }
}
