package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.Statement;
import org.leadrelay.testing.LogColumns;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Personal data planted in every intake field is nowhere in the engine, after a journey that also
 * failed on its way.
 */
class EngineKeepsNoPersonalDataTest extends JourneyTest {

    private static final String PLANTED = "Zzplanted";

    @Autowired
    RuntimeService runtime;

    @Autowired
    FactCorrections corrections;

    @Autowired
    LeadCommands commands;

    @Autowired
    CurrentPerson current;

    @Test
    void what_a_person_told_us_is_in_no_table_of_the_engine() {
        // given
        EnumMap<Field, String> fields = new EnumMap<Field, String>(Field.class);
        for (Field field : List.of(
                Field.FIRST_NAME,
                Field.LAST_NAME,
                Field.COMPANY,
                Field.TITLE,
                Field.STREET,
                Field.CITY,
                Field.CAMPAIGN,
                Field.NUMBER)) {
            fields.put(field, PLANTED + field.key());
        }
        fields.put(Field.EXTERNAL_ID, PLANTED + java.util.UUID.randomUUID());
        fields.put(Field.EMAIL, PLANTED + "@example.org");
        fields.put(Field.PHONE, "+49 30 90909091");
        fields.put(Field.WEBSITE, "https://" + PLANTED + ".example.org");
        EnumMap<Field, String> won = new EnumMap<>(fields);
        won.put(Field.PROFILE_SCORE, "19");
        won.put(Field.ACTIVITY_SCORE, "17");
        won.put(Field.EXTERNAL_ID, PLANTED + java.util.UUID.randomUUID());
        won.put(Field.EMAIL, PLANTED + "2@example.org");
        won.put(Field.MAIL_CONSENT, "yes");

        // when: one is won with notes on the way, one fails while it is touched
        UUID first = journeys.capture(won, List.of(new Attribute("Remark", PLANTED + " remark")));
        answerHandOff(first, Map.of("outcome", "accept", "note", PLANTED + " note"));
        asHolder(
                first,
                "Activity_MakeContact",
                Map.of("outcome", "reached", "channel", "call", "note", PLANTED + " said yes"));
        asHolder(first, "Activity_DecideOutcome", Map.of("outcome", "won", "note", PLANTED + " signed"));

        UUID second = journeys.capture(fields, List.of(new Attribute("Remark", PLANTED + " remark")));
        ProcessInstance nurturing = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(second.toString(), "lead-nurture")
                .singleResult();
        runtime.setVariable(nurturing.getId(), "touchTemplate", null);
        assertThatThrownBy(() -> journeys.fire(second, "Event_TouchDue"))
                .hasMessageContaining("touchTemplate is not set");

        // then
        assertThat(jdbc.sql("select count(*) from act_ru_job where exception_stack_id_ is not null")
                        .query(Long.class)
                        .single())
                .isPositive();

        // and whatever people write beside it
        cast.actingAs(JourneyDriver.MARKETER);
        corrections.correct(second, Map.of("company", PLANTED + " Ltd", "Remark", PLANTED), current.get());
        commands.consent(
                second,
                new Statement(Channel.CALL, true, PLANTED + " purpose", PLANTED + " basis", PLANTED + " words", null),
                PLANTED + " source");
        commands.withdraw(second, PLANTED + " reason");
        cast.actingAsNobody();

        assertThat(columnsWith(PLANTED)).isEmpty();
        assertThat(columnsWith("90909091")).isEmpty();
        assertThat(LogColumns.of(jdbc).with(PLANTED)).isEmpty();
        assertThat(columns("decision\\_fact")).isNotEmpty().noneMatch(column -> holds(column, PLANTED));
        assertThat(jdbc.sql("select count(*) from journey_log where lead_id = ? and details like '%hmac-sha256:%'")
                        .param(second)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
        assertThat(columnsOutsideTheEngineWith(PLANTED)).isNotEmpty();
    }

    private record Column(String table, String name, String type) {}

    private List<Column> columnsWith(String text) {
        return columns("act\\_%").stream().filter(column -> holds(column, text)).toList();
    }

    private List<Column> columnsOutsideTheEngineWith(String text) {
        return columns("lead%").stream().filter(column -> holds(column, text)).toList();
    }

    private List<Column> columns(String tables) {
        return jdbc.sql("""
            select table_name, column_name, udt_name from information_schema.columns
            where table_schema = 'public' and table_name like ?
            and udt_name in ('varchar', 'text', 'bytea', 'jsonb')\
            """)
                .param(tables)
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private boolean holds(Column column, String text) {
        String value =
                "bytea".equals(column.type()) ? "encode(" + column.name() + ", 'escape')" : column.name() + "::text";
        return jdbc.sql("select count(*) from " + column.table() + " where " + value + " ilike ?")
                        .param("%" + text + "%")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
