package org.leadrelay.process.engine;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Cache of parsed FEEL. The engine parses the text of every cell each time a table is evaluated; what a text means depends on nothing
 * but itself.
 */
public final class ParsedExpressions extends ScalaFeelEngine {

    private static final int MOST = 20_000;

    private ParsedExpressions() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(
            CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper mappers) {
        return new ParsingOnce(super.buildFeelEngine(functions, mappers));
    }

    /** For the decision engine's configuration, which makes one. */
    public static final class Factory extends ScalaFeelEngineFactory {

        @Override
        public org.camunda.bpm.dmn.feel.impl.FeelEngine createInstance() {
            return new ParsedExpressions();
        }
    }

    /** Configured as the engine configures its own, and asked in the same deprecated way. */
    @SuppressWarnings("deprecation")
    private static final class ParsingOnce extends FeelEngine {

        private final Cache<String, Either<FeelEngine.Failure, ParsedExpression>> expressions =
                Caffeine.newBuilder().maximumSize(MOST).build();
        private final Cache<String, Either<FeelEngine.Failure, ParsedExpression>> unaryTests =
                Caffeine.newBuilder().maximumSize(MOST).build();

        ParsingOnce(FeelEngine usual) {
            super(usual.functionProvider(), usual.valueMapper(), usual.configuration(), usual.clock());
        }

        @Override
        public Either<FeelEngine.Failure, Object> evalExpression(String expression, Context context) {
            return evaluated(expressions, expression, this::parseExpression, context);
        }

        @Override
        public Either<FeelEngine.Failure, Object> evalUnaryTests(String expression, Context context) {
            return evaluated(unaryTests, expression, this::parseUnaryTests, context);
        }

        @SuppressWarnings("unchecked") // a failure has no value of any type
        private Either<FeelEngine.Failure, Object> evaluated(
                Cache<String, Either<FeelEngine.Failure, ParsedExpression>> cache,
                String text,
                Function<String, Either<FeelEngine.Failure, ParsedExpression>> parse,
                Context context) {
            Either<FeelEngine.Failure, ParsedExpression> parsed = cache.get(text, parse);
            return parsed instanceof Right<FeelEngine.Failure, ParsedExpression> right
                    ? eval(right.value(), context)
                    : (Either<FeelEngine.Failure, Object>) (Either<FeelEngine.Failure, ?>) parsed;
        }
    }
}
