package io.vespene.jinja.evaluate;

import io.vespene.jinja.python.Truth;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.syntax.Block;
import io.vespene.jinja.syntax.NameAnalysis;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** One rendering of one template. */
public final class Evaluation implements Rendering {

  private final Language language;
  private final Meter meter;
  private final boolean strict;
  private final Random random;
  private int position;

  /**
   * Prepares a rendering.
   *
   * @param strict whether using something undefined is an error
   * @param seed what random choices depend on
   */
  public Evaluation(Language language, Meter meter, boolean strict, long seed) {
    this.language = language;
    this.meter = meter;
    this.strict = strict;
    this.random = new Random(seed);
  }

  /**
   * The text of a template.
   *
   * @param treatment what is done to each printed value, but not to the template's own text
   * @throws RenderException if it fails or uses too much; {@link #position} tells where
   */
  public String render(
      Block template, NameAnalysis names, Variables variables, UnaryOperator<String> treatment) {
    Output output = new Output(meter, treatment);
    StatementEvaluator statements = new StatementEvaluator(this, names);
    statements.execute(template, statements.enter(template, variables), output);
    return output.text();
  }

  /** Offset in the source of what was evaluated last. */
  public int position() {
    return position;
  }

  /** Notes where an error would have to point to. */
  void at(int offset) {
    position = offset;
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public Value filter(String name, Value subject, CallArguments arguments) {
    meter.step();
    return language.filters().require(name).apply(subject, arguments, this);
  }

  @Override
  public boolean test(String name, Value subject, CallArguments arguments) {
    meter.step();
    return Truth.of(language.tests().require(name).apply(subject, arguments, this));
  }

  @Override
  public boolean hasFilter(String name) {
    return language.filters().find(name).isPresent();
  }

  @Override
  public boolean hasTest(String name) {
    return language.tests().find(name).isPresent();
  }

  @Override
  public Value attribute(Value subject, String name) {
    return Attributes.attribute(subject, name, this);
  }

  @Override
  public Value item(Value subject, Value key) {
    return Attributes.item(subject, key, this);
  }

  @Override
  public UndefinedValue undefined(String description) {
    return new UndefinedValue(() -> description, strict);
  }

  UndefinedValue undefined(Supplier<String> description) {
    return new UndefinedValue(description, strict);
  }

  @Override
  public RandomGenerator random() {
    return random;
  }
}
