package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    private static final FactSource CRM = new FactSource(FactSource.Kind.CAPTURED, "crm", null, null);

    /** Each statement is a field, a moment (with ! a correction) and a value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # parts alone
        first 1 Ida, last 1 Vorher                       | name=Ida Vorher first=Ida last=Vorher
        last 1 Vorher                                    | name=Vorher last=Vorher
        # a newer part changes the name shown
        first 1 Ida, last 2 Nachher                      | name=Ida Nachher first=Ida last=Nachher
        name 1 Ida Vorher, last 2 Nachher                | name=Ida Nachher first=Ida last=Nachher
        name 1 Ida Vorher, first 2 Edda                  | name=Edda Vorher first=Edda last=Vorher
        name 1 Vorher, last 2 Nachher                    | name=Nachher last=Nachher
        name 1 Vorher, Ida; last 2 Nachher               | name=Ida Nachher first=Ida last=Nachher
        # a longer name cannot be told apart
        name 1 Ida von der Au, last 2 Nachher            | name=Nachher last=Nachher
        name 1 Dr. Ida Vorher, first 1 Ida, last 2 Nachher | name=Ida Nachher first=Ida last=Nachher
        # a newer part that occurs in the name changes nothing
        name 1 Dr. Ida Vorher, last 2 VORHER             | name=Dr. Ida Vorher last=VORHER
        # a newer full name stands, and makes other parts stale
        first 1 Ida, last 1 Vorher, name 2 Ida Maria Nachher | name=Ida Maria Nachher first=Ida
        first 1 Ida, last 1 Vorher, name 2 Edda Nachher  | name=Edda Nachher
        # parts newer than that again
        first 1 Ida, name 2 Edda Nachher, last 3 Dann    | name=Edda Dann first=Edda last=Dann
        # one record that says both is left as it is
        name 1 I. Vorher, first 1 Ida, last 1 Vorher     | name=I. Vorher first=Ida last=Vorher
        # corrections
        name 1! Ida von Au, last 2 Nachher               | name=Ida von Au
        name 1! Ida von Au, first 2 Edda, last 2 Au      | name=Ida von Au last=Au
        first 1 Ida, last 2! Richtig, name 3 Ida Falsch  | name=Ida Richtig first=Ida last=Richtig
        first 1! Ida, last 5 Nachher                     | name=Ida Nachher first=Ida last=Nachher
        name 1! Ida Vorher, last 2! Nachher              | name=Ida Nachher first=Ida last=Nachher
        last 1! Nachher, name 2! Ida Vorher              | name=Ida Vorher
        """)
    void the_name_and_its_parts_agree_in_whatever_order_they_came(String said, String expected) {
        List<StoredFact> statements = new ArrayList<>();
        for (String each : said.split(said.contains(";") ? ";" : ",", -1)) {
            statements.add(statement(each.strip()));
        }
        for (int turn = 0; turn < statements.size(); turn++) {
            Collections.rotate(statements, 1);

            Map<String, StoredFact> agreed = PersonName.agree(byName(statements));

            assertThat(words(agreed)).isEqualTo(expected.strip());
        }
    }

    @Test
    void a_stale_part_is_told_apart_from_one_that_the_name_still_holds() {
        Map<String, StoredFact> stated =
                byName(List.of(statement("first 1 Ida"), statement("last 1 Vorher"), statement("name 2 Ida Nachher")));

        assertThat(PersonName.stale(stated)).extracting("value").containsExactly("Vorher");
    }

    @Test
    void other_facts_keep_their_place() {
        Map<String, StoredFact> stated = byName(List.of(
                fact("city", 1, "Ulm"),
                statement("last 1 Vorher"),
                fact("company", 1, "Au AG"),
                statement("first 1 Ida")));

        assertThat(PersonName.agree(stated).keySet())
                .containsExactly("city", "name", "firstName", "lastName", "company");
    }

    private static StoredFact statement(String said) {
        String[] words = said.split(" ", 3);
        String field = switch (words[0]) {
            case "first" -> "firstName";
            case "last" -> "lastName";
            default -> "name";
        };
        boolean corrected = words[1].endsWith("!");
        StoredFact fact = fact(field, Integer.parseInt(words[1].replace("!", "")), words[2]);
        return corrected ? new StoredFact(field, field, words[2], FactSource.corrected("mara"), fact.at()) : fact;
    }

    private static StoredFact fact(String field, int second, String value) {
        return new StoredFact(field, field, value, CRM, Instant.ofEpochSecond(second));
    }

    private static Map<String, StoredFact> byName(List<StoredFact> facts) {
        Map<String, StoredFact> byName = new LinkedHashMap<>();
        facts.forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private static String words(Map<String, StoredFact> agreed) {
        return List.of("name", "firstName", "lastName").stream()
                .filter(agreed::containsKey)
                .map(each -> each.replace("Name", "") + "=" + agreed.get(each).value())
                .collect(Collectors.joining(" "));
    }
}
