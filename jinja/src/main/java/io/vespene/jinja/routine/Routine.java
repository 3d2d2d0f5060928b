package io.vespene.jinja.routine;

import io.vespene.jinja.value.Value;

/** A filter, test, method or function: a name, its parameters, and what it does. */
public final class Routine {

  /** What a routine does. */
  @FunctionalInterface
  public interface Body {

    /**
     * Computes the result.
     *
     * @param subject what is filtered or tested, or whose method is called
     */
    Value apply(Value subject, Arguments arguments, Rendering rendering);
  }

  private final String name;
  private final Signature signature;
  private final Body body;

  private Routine(String name, Signature signature, Body body) {
    this.name = name;
    this.signature = signature;
    this.body = body;
  }

  /**
   * Declares a routine.
   *
   * @param parameters names in order, with defaults where optional, such as {@code "width=80,
   *     fill=' '"}; a final {@code *} takes any further arguments
   */
  public static Routine of(String name, String parameters, Body body) {
    return new Routine(name, Signature.parse(parameters), body);
  }

  /** The same under another name. */
  public Routine as(String otherName) {
    return new Routine(otherName, signature, body);
  }

  public String name() {
    return name;
  }

  public Value apply(Value subject, CallArguments call, Rendering rendering) {
    return body.apply(subject, signature.bind(name, call), rendering);
  }
}
