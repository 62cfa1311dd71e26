package de.gremienlauf.engine;

import camundajar.impl.scala.util.Either;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.impl.parser.ExpressionValidator;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.util.ConcurrentLruCache;

/**
 * Parses each cell of a decision table once and keeps FEEL's built-in functions at hand. The engine's own way parses
 * every cell at every decision and, for each cell that it looks at, puts more than a hundred functions into new maps,
 * which took a third of the CPU of a committee run.
 */
final class PreparedFeelEngine extends ScalaFeelEngine {

  /** All cells of all tables of this product are not half as many. */
  private static final int CELLS = 4000;

  PreparedFeelEngine() {
    super(null);
  }

  @Override
  protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper mapper) {
    return new Prepared(functions, mapper, EvalContext.create(mapper, new FunctionProvider.CompositeFunctionProvider(
        this.<FunctionProvider>toScalaList(new BuiltinFunctions(Prepared.CLOCK, mapper), functions))));
  }

  private static final class Prepared extends FeelEngine {

    private static final FeelEngineClock CLOCK = FeelEngineClock.SystemClock$.MODULE$;

    private final ConcurrentLruCache<String, Either<Failure, ParsedExpression>> expressions =
        new ConcurrentLruCache<>(CELLS, super::parseExpression);
    private final ConcurrentLruCache<String, Either<Failure, ParsedExpression>> tests =
        new ConcurrentLruCache<>(CELLS, super::parseUnaryTests);
    private final ConcurrentLruCache<ParsedExpression, Boolean> allowed =
        new ConcurrentLruCache<>(CELLS, parsed -> new ExpressionValidator(false)
            .validateExpression(parsed.expression()).isEmpty());
    private final FeelInterpreter interpreter;
    private final EvalContext functions;

    Prepared(FunctionProvider own, ValueMapper mapper, EvalContext functions) {
      super(own, mapper, new Configuration(false), CLOCK);
      this.interpreter = new FeelInterpreter(mapper);
      this.functions = functions;
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String expression) {
      return expressions.get(expression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
      return tests.get(expression);
    }

    /** What is not a plain success is left to the engine's own way, which knows what to say about it. */
    @Override
    public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
      EvaluationResult success = allowed.get(expression) ? success(expression, variables) : null;
      return success == null ? super.evaluate(expression, variables) : success;
    }

    /** The result; null if the expression cannot be evaluated, or only with something to be said about it. */
    private EvaluationResult success(ParsedExpression expression, Context variables) {
      EvalContext context = new EvalContext(valueMapper(), functions.variableProvider(), functions.functionProvider(),
          new EvaluationFailureCollector()).merge(variables);
      try {
        Val value = interpreter.eval(expression.expression(), context);
        return value instanceof ValError || value instanceof ValFatalError
            || !context.failureCollector().failures().isEmpty() ? null
            : new SuccessfulEvaluationResult(valueMapper().unpackVal(value), context.failureCollector().failures());
      } catch (RuntimeException e) {
        return null;
      }
    }
  }
}
