package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ModelSource;
import org.leadrelay.audit.Timeline;
import org.leadrelay.charter.Option;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Invalid;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.Form;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskDetail;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People read the names of a model in their own language, from the words that were deployed with it. */
@ProductTest
class ModelNamesTest {

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Spoken" targetNamespace="tests">
          <bpmn:process id="spoken" name="Spoken" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Event_Start" name="Began"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_Look"/>
            <bpmn:userTask id="Activity_Look" name="Look closely" camunda:candidateGroups="marketing">
              <bpmn:extensionElements><camunda:formData>
                <camunda:formField id="outcome" label="Outcome" type="enum">
                  <camunda:value id="seen" name="Seen"/>
                  <camunda:value id="missed" name="Missed"/>
                </camunda:formField>
                <camunda:formField id="remark" label="Remark" type="string"/>
              </camunda:formData></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="Flow_Out" name="done" sourceRef="Activity_Look" targetRef="Event_End"/>
            <bpmn:endEvent id="Event_End" name="Over"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ModelNames names;

    @Autowired
    ModelSource models;

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskCommands work;

    @Autowired
    Timeline timeline;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    ReleaseDriver releases;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
        database.firstRelease();
        repository
                .createDeploymentQuery()
                .deploymentName("spoken")
                .list()
                .forEach(each -> repository.deleteDeployment(each.getId(), true));
    }

    @Test
    void every_shipped_step_field_and_option_has_its_words_in_the_engine() {
        // given
        ModelNames.Names inForce = names.inForce();

        // then
        assertThat(inForce.step("Activity_AnswerHandOff", Locale.ENGLISH)).isEqualTo("Answer hand-off");
        assertThat(inForce.step("Activity_AnswerHandOff", Locale.GERMANY)).isEqualTo("Übergabe beantworten");
        assertThat(inForce.field("Activity_MakeContact", "note", Locale.GERMAN)).isEqualTo("Was gesagt wurde");
        assertThat(inForce.option("Activity_GiveVerdict", "outcome", "reaccept", Locale.GERMAN))
                .isEqualTo("Vertrieb nimmt ihn zurück");
        assertThat(inForce.step("Activity_Unheard", "as it was", Locale.GERMAN)).isEqualTo("as it was");
    }

    @Test
    void a_version_shows_its_own_words_and_where_it_has_none_those_in_force() {
        // given
        ProcessDefinition silent = deployed(null);
        ProcessDefinition first = deployed("Activity_Look=Genau hinsehen\nActivity_Look.outcome.seen=Gesehen\n");
        ProcessDefinition second = deployed("Activity_Look=Noch genauer hinsehen\nEvent_End=Vorbei\n");

        // then
        assertThat(step(first, Locale.GERMAN)).isEqualTo("Genau hinsehen");
        assertThat(step(second, Locale.GERMAN)).isEqualTo("Noch genauer hinsehen");
        assertThat(step(silent, Locale.GERMAN)).isEqualTo("Noch genauer hinsehen");
        assertThat(names.in("spoken", first.getVersion()).step("Event_End", Locale.GERMAN))
                .isEqualTo("Vorbei");
        assertThat(names.in(second.getId()).option("Activity_Look", "outcome", "seen", Locale.GERMAN))
                .as("nobody found words for it in the version in force: the model's own name")
                .isEqualTo("Seen");
        assertThat(step(first, Locale.ENGLISH)).isEqualTo("Look closely");
    }

    @Test
    void a_new_version_is_seen_when_it_is_in_force_and_not_when_it_is_deployed() {
        // given
        deployed("Activity_Look=Genau hinsehen\n");
        assertThat(names.inForce().step("Activity_Look", Locale.GERMAN)).isEqualTo("Genau hinsehen");

        // when
        int next = sealed("Activity_Look=Noch genauer hinsehen\n");

        // then
        assertThat(names.inForce().step("Activity_Look", Locale.GERMAN)).isEqualTo("Genau hinsehen");

        // when
        releases.inForceFrom(next, clock.instant());

        // then
        assertThat(names.inForce().step("Activity_Look", Locale.GERMAN)).isEqualTo("Noch genauer hinsehen");
    }

    @Test
    void the_inbox_the_form_and_its_refusals_speak_the_readers_language_and_the_log_keeps_the_models_own() {
        // given
        deployed("""
            Activity_Look=Genau hinsehen
            Activity_Look.outcome=Ergebnis
            Activity_Look.outcome.seen=Gesehen
            Activity_Look.outcome.missed=Verpasst
            Activity_Look.remark=Bemerkung
            """);
        UUID lead = new LeadRows(jdbc).lead();
        ProcessInstance instance = runtime.startProcessInstanceByKey(
                "spoken", lead.toString(), new HashMap<>(ModelContract.presets(lead)));
        String task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        cast.person("looker", Roles.MARKETING);
        cast.actingAs("looker");

        // when
        TaskDetail german = speaking(Locale.GERMAN, () -> worklist.task(task));
        TaskDetail english = speaking(Locale.ENGLISH, () -> worklist.task(task));

        // then
        assertThat(german.task().name()).isEqualTo("Genau hinsehen");
        assertThat(german.form().fields()).extracting(Form.Field::label).containsExactly("Ergebnis", "Bemerkung");
        assertThat(german.form().fields().get(0).options())
                .containsExactly(new Option("seen", "Gesehen"), new Option("missed", "Verpasst"));
        assertThat(english.task().name()).isEqualTo("Look closely");
        assertThat(english.form().fields()).extracting(Form.Field::label).containsExactly("Outcome", "Remark");
        assertThat(speaking(Locale.GERMAN, () -> refusal(task)))
                .contains("Ergebnis")
                .contains("Gesehen");

        // when
        speaking(Locale.GERMAN, () -> work.complete(task, Map.of("outcome", "seen")));

        // then
        assertThat(timeline.page(lead, false, 0, 100, Locale.GERMAN).items())
                .filteredOn(line -> line.kind().equals(Kind.TASK_CREATED.code()))
                .singleElement()
                .satisfies(line -> assertThat(line.elementName()).isEqualTo("Look closely"))
                .satisfies(line -> assertThat(line.sentence()).contains("Genau hinsehen"));
        assertThat(timeline.page(lead, false, 0, 100, Locale.GERMAN).items())
                .filteredOn(line -> line.kind().equals(Kind.TASK_COMPLETED.code()))
                .singleElement()
                .satisfies(line -> assertThat(line.elementName()).isEqualTo("Look closely"));
    }

    @Test
    void a_diagram_is_drawn_in_the_readers_language() {
        // given
        ProcessDefinition version = deployed("Activity_Look=Genau hinsehen\nFlow_Out=erledigt\n");

        // then
        assertThat(models.bpmn("spoken", version.getVersion(), Locale.GERMAN))
                .hasValueSatisfying(xml -> assertThat(xml).contains("Genau hinsehen", "erledigt", "Began"));
        assertThat(models.bpmn("spoken", version.getVersion(), Locale.ENGLISH))
                .hasValueSatisfying(xml -> assertThat(xml).contains("Look closely", "done"));
    }

    private String refusal(String task) {
        try {
            work.complete(task, Map.of("outcome", "nothing of the kind"));
            return "not refused";
        } catch (Invalid e) {
            return e.violations().get(0).message();
        }
    }

    private String step(ProcessDefinition version, Locale locale) {
        return names.in(version.getId()).step("Activity_Look", locale);
    }

    /** In a release that is in force. */
    private ProcessDefinition deployed(@Nullable String words) {
        releases.inForceFrom(sealed(words), clock.instant());
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("spoken")
                .latestVersion()
                .singleResult();
    }

    private int sealed(@Nullable String words) {
        clock.advance(Duration.ofMinutes(2));
        return releases.sealed(
                "spoken",
                ReleaseDriver.shippedAnd(
                        words == null
                                ? Map.of("spoken.bpmn", MODEL)
                                : Map.of("spoken.bpmn", MODEL, "spoken_de.properties", words)));
    }

    private static <T> T speaking(Locale locale, Supplier<T> asked) {
        LocaleContextHolder.setLocale(locale);
        try {
            return asked.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
