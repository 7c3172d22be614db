package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRuleTest {

    private static final FactSource CRM = new FactSource(FactSource.Kind.CAPTURED, "crm", null, null);

    private final Phones phones = new Phones("DE");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # known | typed | filled | shown beside
        company=Au AG | company=Bach AG                | | company
        company=Au AG | company=AU  ag                 | |
        company=Au AG | phone=030 9018201              | phone |
        phone=030 9018201 | phone=+49 30 9018201       | |
        phone=030 9018201 | phone=030 9018202          | | phone
        phone=030 9018201 | country=Austria            | | country
        phone=+49 30 9018201 | country=Austria         | country |
        city=Ulm | street=Hauptplatz 1;city=Bonn       | | street city
        city=Ulm | street=Hauptplatz 1;city=Ulm        | street |
        lastName=Au | firstName=Ida;lastName=Au        | firstName |
        lastName=Au | firstName=Ida;lastName=Bach      | | firstName lastName
        name=Ida Au | firstName=Ida;lastName=Au        | firstName lastName |
        name=Ida Au | firstName=Max;lastName=Bach      | | firstName lastName
        firstName=Ida;lastName=Au | name=Max Au        | | name
        city=Ulm | companySize=5000                    | | companySize
        companySize=20 | companySize=5000              | | companySize
        companySize=20 | companySize=20                | |
        profileScore=3 | profileScore (as sent)=20     | | profileScore
        city=Ulm | visits (as sent)=99                 | | visits
        city=Ulm | number (as sent)=L-7                | | number
        city=Ulm | externalId (as sent)=7              | externalId (as sent) |
        source=Fair;captureChannel=CSV | source=Web;captureChannel=Web form | |
        city=Ulm | source=Web                          | source |
        colour=blue | colour=red;size=XL               | size | colour
        """)
    void a_form_fills_gaps_and_the_rest_is_shown_beside(String known, String typed, String filled, String beside) {
        Map<String, StoredFact> facts = new LinkedHashMap<>();
        values(known).forEach((name, value) -> facts.put(name, new StoredFact(name, name, value, CRM, Instant.EPOCH)));
        Map<String, CheckedCapture.Known> form = new LinkedHashMap<>();
        values(typed).forEach((name, value) -> form.put(name, new CheckedCapture.Known(name, value)));

        FormRule.Sorted sorted = FormRule.sort(PersonName.agree(facts), form, phones);

        assertThat(String.join(" ", sorted.gaps().keySet()))
                .isEqualTo(Optional.ofNullable(filled).orElse(""));
        assertThat(sorted.differing().stream().map(FormRule.Typed::name).collect(Collectors.joining(" ")))
                .isEqualTo(Optional.ofNullable(beside).orElse(""));
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : text.strip().split(";", -1)) {
            values.put(each.split("=", -1)[0].strip(), each.split("=", -1)[1].strip());
        }
        return values;
    }
}
