package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.CHANNEL;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;

import java.util.List;
import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in a task's form. */
final class BadForms {

    private static final String MAXLENGTH = "<camunda:constraint name=\"maxlength\" config=\"4000\" />";

    private final CorpusBuilder corpus;

    private BadForms(CorpusBuilder corpus) {
        this.corpus = corpus;
    }

    static void add(CorpusBuilder corpus) {
        BadForms bad = new BadForms(corpus);
        bad.forms();
    }

    private void forms() {
        String id = "Activity_MakeContact";
        corpus.put(
                Rule.FORM_OUTCOME,
                id,
                FOLLOW_UP,
                "<camunda:formField id=\"outcome\"",
                "<camunda:formField id=\"before\" label=\"Before\" type=\"boolean\" />");
        corpus.change(
                Rule.FORM_OUTCOME,
                id,
                FOLLOW_UP,
                "no form",
                text -> text.replaceFirst("(?s)<camunda:formData>.*?</camunda:formData>", ""));
        corpus.swap(
                Rule.FORM_OUTCOME,
                id,
                FOLLOW_UP,
                "label=\"Outcome\" type=\"enum\"",
                "label=\"Outcome\" type=\"boolean\"");
        for (String field : List.of("How", "how contacted", "2nd", "how-it-was", "")) {
            field(Rule.FIELD_ID, CHANNEL.replace("\"channel\"", "\"" + field + "\""));
        }
        field(Rule.FIELD_TWICE, CHANNEL.replace("\"channel\"", "\"outcome\""));
        for (String field : List.of("repId", "leadId", "due", "gatherFacts", "pausePromises")) {
            field(Rule.FIELD_RESERVED, CHANNEL.replace("\"channel\"", "\"" + field + "\""));
        }
        field(Rule.FIELD_TYPE, CHANNEL.replace("\"enum\"", "\"object\""));
        field(Rule.FIELD_LABEL, CHANNEL.replace("\"How?\"", "\" \""));
        field(Rule.TOO_LONG, CHANNEL.replace("\"How?\"", "\"" + "H".repeat(201) + "\""));
        String list = "<camunda:properties><camunda:property id=\"options\" value=\"charter:learned\""
                + " /></camunda:properties>";
        field(Rule.FIELD_OPTIONS, CHANNEL + list);
        field(Rule.FIELD_OPTIONS, CHANNEL.replace("\"enum\"", "\"long\""));
        corpus.swap(
                Rule.FIELD_OPTIONS,
                id,
                FOLLOW_UP,
                "<camunda:value id=\"call\" name=\"Call\" />",
                "<camunda:value id=\"call\" />");
        corpus.swap(
                Rule.FIELD_OPTIONS,
                id,
                FOLLOW_UP,
                "<camunda:value id=\"call\" name=\"Call\" />",
                "<camunda:value id=\"mail\" name=\"Call\" />");
        corpus.swap(
                Rule.FIELD_LIST,
                "Activity_DecideOutcome",
                FOLLOW_UP,
                "value=\"charter:lostReasons\"",
                "value=\"charter:excuses\"");
        corpus.swap(Rule.FIELD_LIST, "Activity_PlaceLead", JOURNEY, "value=\"team:reps\"", "value=\"team:friends\"");
        corpus.swap(
                Rule.FIELD_CONSTRAINT,
                id,
                FOLLOW_UP,
                MAXLENGTH,
                "<camunda:constraint name=\"validator\" config=\"x.Y\" />");
        corpus.swap(Rule.FIELD_CONSTRAINT, id, FOLLOW_UP, MAXLENGTH, MAXLENGTH.replace("4000", "long"));
        corpus.swap(
                Rule.FIELD_LIMITS,
                id,
                FOLLOW_UP,
                MAXLENGTH,
                MAXLENGTH + "<camunda:constraint name=\"minlength\" config=\"5000\" />");
        corpus.swap(
                Rule.FIELD_LIMITS,
                "Activity_DecideOutcome",
                FOLLOW_UP,
                "<camunda:constraint name=\"min\" config=\"0\" />",
                "<camunda:constraint name=\"min\" config=\"2\" /><camunda:constraint name=\"max\" config=\"1\" />");
        String rows = "<camunda:property id=\"rows\" value=\"4\" />";
        corpus.swap(Rule.FIELD_PROPERTY, id, FOLLOW_UP, rows, rows.replace("rows", "colour"));
        corpus.swap(Rule.FIELD_PROPERTY, id, FOLLOW_UP, rows, rows.replace("4", "0"));
        corpus.swap(
                Rule.FIELD_PROPERTY,
                "Activity_ReviewRejection",
                JOURNEY,
                "charter:rejectionReasons by rejectionReason",
                "charter:learned by rejectionReason");
        String fact = "<camunda:property id=\"fact\" value=\"timeline\" />";
        corpus.swap(
                Rule.FIELD_PROPERTY, "Activity_QualifyLead", JOURNEY, fact, fact.replace("timeline", "companySize"));
        String visible = "<camunda:property id=\"visibleWhen\" value=\"outcome=lost\" />";
        for (String other : List.of("result=lost", "outcome=gone", "outcome", "lostReason=a", "outcome=lost|gone")) {
            corpus.swap(
                    Rule.FIELD_CONDITION,
                    "Activity_DecideOutcome",
                    FOLLOW_UP,
                    visible,
                    visible.replace("outcome=lost", other));
        }
    }

    private void field(Rule rule, String field) {
        corpus.swap(rule, "Activity_MakeContact", FOLLOW_UP, CHANNEL, field);
    }
}
