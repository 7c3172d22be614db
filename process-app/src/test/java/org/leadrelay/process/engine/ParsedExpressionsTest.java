package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is parsed once answers as what is parsed each time. */
class ParsedExpressionsTest {

    private final FeelEngine usual = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine once = new ParsedExpressions.Factory().createInstance();

    private static VariableContext visits(Object visits) {
        return Variables.createVariables().putValue("visits", visits).asVariableContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits", "visits + 1", "if visits > 3 then \"hot\" else \"cold\"", "visits = null"})
    void an_expression_is_evaluated_with_the_values_of_each_time(String expression) {
        for (Object visits : new Object[] {1L, 7L, 1L, null}) {
            Object answer = once.evaluateSimpleExpression(expression, visits(visits));
            Object wanted = usual.evaluateSimpleExpression(expression, visits(visits));
            assertThat(answer).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 3", "[1..5]", "1, 7", "not(7)", "null", "-"})
    void a_test_is_evaluated_with_the_input_of_each_time(String test) {
        for (Object visits : new Object[] {1L, 7L, 1L, null}) {
            assertThat(once.evaluateSimpleUnaryTests(test, "visits", visits(visits)))
                    .isEqualTo(usual.evaluateSimpleUnaryTests(test, "visits", visits(visits)));
        }
    }

    @Test
    void the_same_text_may_be_an_expression_and_a_test() {
        assertThat(once.evaluateSimpleUnaryTests("7", "visits", visits(7L))).isTrue();
        Object answer = once.evaluateSimpleExpression("7", visits(1L));
        Object wanted = usual.evaluateSimpleExpression("7", visits(1L));
        assertThat(answer).isEqualTo(wanted);
    }

    @Test
    void what_cannot_be_parsed_is_refused_each_time() {
        Throwable refused = catchThrowable(() -> usual.evaluateSimpleExpression("visits +", visits(1L)));
        for (int time = 0; time < 2; time++) {
            assertThat(catchThrowable(() -> once.evaluateSimpleExpression("visits +", visits(1L))))
                    .isInstanceOf(refused.getClass())
                    .hasMessage(refused.getMessage());
        }
    }
}
