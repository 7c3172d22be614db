package org.leadrelay.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.charter.AgreedOption;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.Parties;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LearnedFacts;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.platform.Words;
import org.leadrelay.testing.Database;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads of which people learn something: what is agreed on, what is answered, and what is known then. */
abstract class LearnedTest extends JourneyTest {

    protected static final String ANSWER = "Activity_AnswerHandOff";
    protected static final String CHOCOLATE = "chocolate";

    @Autowired
    LearnedFacts learned;

    @Autowired
    LeadCards cards;

    @Autowired
    CurrentPerson person;

    @Autowired
    Parties parties;

    @Autowired
    Database database;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void chocolateIsAgreed() {
        parties.arrive();
        parties.agree(LearnedTest::withChocolate, null, false);
    }

    @AfterEach
    void asItWas() {
        cast.actingAsNobody();
        database.firstRelease();
        database.firstCharter();
    }

    private static CharterContent withChocolate(CharterContent said) {
        List<AgreedOption> lines =
                new ArrayList<>(Objects.requireNonNull(said.lists().get("interest")));
        lines.add(new AgreedOption(CHOCOLATE, new Words("Pink chocolate", "Rosa Schokolade"), null));
        return said.rewriting().list("interest", lines).text();
    }

    protected static Map<String, String> rejected(String... learned) {
        Map<String, String> answers = new HashMap<>(Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        for (int i = 0; i < learned.length; i += 2) {
            answers.put(learned[i], learned[i + 1]);
        }
        return answers;
    }

    protected void recycle(UUID lead) {
        journeys.answer(
                lead,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                Map.of("outcome", "recycle", "marketingCause", "tooSoon"));
    }

    protected Map<LearnedList, String> keys(UUID lead) {
        Map<LearnedList, String> keys = new HashMap<>();
        learned.of(lead).forEach((list, fact) -> keys.put(list, fact.key()));
        return keys;
    }

    protected LeadCard card(UUID lead) {
        cast.actingAs(JourneyDriver.MARKETER);
        return cards.card(lead, person.get());
    }

    protected FactView fact(UUID lead, String name) {
        return card(lead).facts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the table read last, as a table names it. */
    protected Map<String, Object> decided(UUID lead, String table) {
        Map<String, Object> read = new HashMap<>();
        decision(lead, table, "facts").forEach((name, value) -> {
            if (value instanceof Map<?, ?> sheet) {
                sheet.forEach((fact, known) -> read.put(name + "." + fact, known));
            } else {
                read.put(name, value);
            }
        });
        return read;
    }

    protected Map<String, Object> decision(UUID lead, String table, String part) {
        String last = jdbc.sql("select " + part + """
            ::text from decision_fact where lead_id = ? and table_key = ? order by seq desc limit 1
            """)
                .params(lead, table)
                .query(String.class)
                .single();
        try {
            return json.readValue(last, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(last, e);
        }
    }
}
