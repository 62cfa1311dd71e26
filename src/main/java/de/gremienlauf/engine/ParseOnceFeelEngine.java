package de.gremienlauf.engine;

import camundajar.impl.scala.util.Either;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.util.ConcurrentLruCache;

/**
 * Parses each cell of a decision table once. The engine's own way parses every cell at every decision, which took a tenth
 * of what a committee run costs.
 */
final class ParseOnceFeelEngine extends ScalaFeelEngine {

  /** All cells of all tables of this product are not half as many. */
  private static final int CELLS = 4000;

  ParseOnceFeelEngine() {
    super(null);
  }

  @Override
  protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper mapper) {
    return new Parser(functions, mapper);
  }

  private static final class Parser extends FeelEngine {

    private final ConcurrentLruCache<String, Either<Failure, ParsedExpression>> expressions =
        new ConcurrentLruCache<>(CELLS, super::parseExpression);
    private final ConcurrentLruCache<String, Either<Failure, ParsedExpression>> tests =
        new ConcurrentLruCache<>(CELLS, super::parseUnaryTests);

    Parser(FunctionProvider functions, ValueMapper mapper) {
      super(functions, mapper, new Configuration(false), FeelEngineClock.SystemClock$.MODULE$);
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String expression) {
      return expressions.get(expression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
      return tests.get(expression);
    }
  }
}
