package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.redesign.FailureCause.Cause;

/** What an error's trace tells of the cause. */
class FailureCauseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        org.camunda.bpm.engine.ProcessEngineException: Unknown property used in expression: ${a} | MISSING_VALUE
        org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException: a                        | MISSING_VALUE
        org.leadrelay.process.step.MissingVariable: Activity_SendTouch: touchKind is not set     | MISSING_VALUE
        org.camunda.bpm.engine.ProcessEngineException: Unknown method used in expression: ${a}   | UNKNOWN_STEP
        org.springframework.beans.factory.NoSuchBeanDefinitionException: No bean                 | UNKNOWN_STEP
        org.camunda.bpm.engine.ProcessEngineException: ENGINE-02004 No outgoing sequence flow of | NO_WAY_OUT
        org.camunda.bpm.dmn.engine.impl.DmnEvaluationException: DMN-01002 Unable                 | TABLE
        org.leadrelay.platform.Invalid: a number                                                 | REFUSED
        org.postgresql.util.PSQLException: ERROR                                                 | DATABASE
        org.springframework.transaction.CannotCreateTransactionException: Could not              | DATABASE
        java.lang.NullPointerException                                                           | DEFECT
        org.leadrelay.platform.Other: what                                                       | DEFECT
        ''                                                                                       | STOPPED
        """)
    void the_first_line_tells(String trace, Cause cause) {
        assertThat(FailureCause.of(trace).cause()).isEqualTo(cause);
    }

    @Test
    void the_innermost_cause_that_is_known_tells() {
        // when
        FailureCause failure = FailureCause.of("""
            org.camunda.bpm.engine.ProcessEngineException: something
            \tat org.camunda.Something.run(Something.java:1)
            Caused by: org.springframework.jdbc.BadSqlGrammarException: bad
            \tat org.Something.run(Something.java:1)
            Caused by: org.postgresql.util.PSQLException: ERROR: no table
            \t... 3 more
            """);

        // then
        assertThat(failure).isEqualTo(new FailureCause(Cause.DATABASE, "PSQLException"));

        // and when
        FailureCause outer = FailureCause.of("""
            org.leadrelay.platform.Conflict: taken
            \tat org.Something.run(Something.java:1)
            Caused by: java.lang.IllegalStateException: who knows
            """);

        // then
        assertThat(outer).isEqualTo(new FailureCause(Cause.REFUSED, "Conflict"));
    }

    @Test
    void every_cause_has_words_in_both_languages_that_name_no_lead() {
        for (Cause each : Cause.values()) {
            FailureCause failure = new FailureCause(each, "IllegalStateException");
            assertThat(failure.words(Locale.ENGLISH)).isNotBlank().isNotEqualTo(failure.words(Locale.GERMAN));
        }
        assertThat(FailureCause.of("java.lang.IllegalStateException: Grace Example")
                        .words(Locale.ENGLISH))
                .contains("IllegalStateException")
                .doesNotContain("Grace");
    }
}
