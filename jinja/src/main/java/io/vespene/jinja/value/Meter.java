package io.vespene.jinja.value;

import java.math.BigInteger;
import java.util.List;

/**
 * Counts what one rendering uses and stops it at its limits.
 *
 * <p>Memory is counted as it is asked for and never given back: a bound on the sum is a bound on
 * what is alive. Small texts are counted when something keeps them, not when they are made, so that
 * long loops over short texts stay free.
 *
 * <p>One thread.
 */
public final class Meter {

  /** Texts up to this length are counted only where they are kept. */
  private static final int SMALL_TEXT_CHARACTERS = 256;

  private static final int STEPS_BETWEEN_CLOCK_READINGS = 64;
  private static final int BYTES_PER_CHARACTER = 2;
  private static final int BYTES_PER_PLACE = 16;
  private static final int BYTES_PER_ELEMENT = 128;

  /**
   * What a macro, a loop or a stream keeps alive beside itself, such as what it was called with.
   */
  private static final int BYTES_PER_OBJECT = 1024;

  private static final int CHARACTERS_PER_STEP = 64;
  private static final int MAX_INTEGER_BITS = 1 << 18;

  /** Whole numbers up to this many bits are counted as any other element. */
  private static final int SMALL_INTEGER_BITS = 512;

  /** Levels of evaluation one nested call may take; bounds the Java stack. */
  private static final int LEVELS_PER_NESTING = 10;

  private final MeterLimits limits;
  private final long deadlineNanos;
  private final int maxLevels;
  private long steps;
  private long stepsAtNextClockReading = STEPS_BETWEEN_CLOCK_READINGS;
  private long bytes;
  private int levels;
  private int calls;

  public Meter(MeterLimits limits) {
    this.limits = limits;
    this.deadlineNanos = System.nanoTime() + limits.wallTime().toNanos();
    this.maxLevels = Math.multiplyExact(limits.nesting(), LEVELS_PER_NESTING);
  }

  /** Counts one unit of work. */
  public void step() {
    steps(1);
  }

  /** Counts several units of work at once, before they are done. */
  public void steps(long count) {
    steps += count;
    if (steps > limits.steps()) {
      throw new RenderException(
          "the template needs more than the allowed %,d steps".formatted(limits.steps()));
    }
    if (steps >= stepsAtNextClockReading) {
      stepsAtNextClockReading = steps + STEPS_BETWEEN_CLOCK_READINGS;
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new RenderException(
            "the template needs more time than the allowed %s ms"
                .formatted(limits.wallTime().toMillis()));
      }
    }
  }

  /** Counts a text of this length, before it is made. */
  public void characters(long count) {
    steps(count / CHARACTERS_PER_STEP);
    if (count > SMALL_TEXT_CHARACTERS) {
      bytes(count * BYTES_PER_CHARACTER);
    }
  }

  /** Counts this many elements, before they are made. */
  public void elements(long count) {
    steps(count);
    bytes(count * BYTES_PER_ELEMENT);
  }

  /** Counts room for this many elements that are there already. */
  public void places(long count) {
    steps(count);
    bytes(count * BYTES_PER_PLACE);
  }

  /** Counts a value that something is about to keep. */
  public void retain(Value value) {
    bytes(BYTES_PER_ELEMENT);
    switch (value) {
      case TextValue text when text.value().length() <= SMALL_TEXT_CHARACTERS ->
          bytes((long) text.value().length() * BYTES_PER_CHARACTER);
      case StreamValue _, ObjectValue _, UndefinedValue _ -> bytes(BYTES_PER_OBJECT);
      default -> {}
    }
  }

  public TextValue newText(String text) {
    characters(text.length());
    return new TextValue(text);
  }

  public ListValue newList(List<Value> items) {
    steps(items.size());
    items.forEach(this::retain);
    return new ListValue(items);
  }

  /** A list of elements that were counted when they were made. */
  public ListValue listOf(List<Value> counted) {
    places(counted.size());
    return new ListValue(counted);
  }

  public TupleValue newTuple(List<Value> items) {
    steps(items.size());
    items.forEach(this::retain);
    return new TupleValue(items);
  }

  public IntegerValue newInteger(BigInteger integer) {
    int bits = integer.bitLength();
    integerBits(bits);
    if (bits > SMALL_INTEGER_BITS) {
      bytes(bits / Byte.SIZE);
    }
    return new IntegerValue(integer);
  }

  /** Refuses a whole number of this many bits, before it is made. */
  public void integerBits(long bits) {
    if (bits > MAX_INTEGER_BITS) {
      throw new RenderException("the number is too large");
    }
    steps(bits / CHARACTERS_PER_STEP);
  }

  /** The most characters the result may have. */
  public long outputCharacters() {
    return limits.outputCharacters();
  }

  /** Goes one level deeper in nested values or expressions. */
  public void descend() {
    if (++levels > maxLevels) {
      throw tooDeep();
    }
  }

  public void ascend() {
    levels--;
  }

  /** Enters a macro or a recursive loop. */
  public void enterCall() {
    if (++calls > limits.nesting()) {
      throw tooDeep();
    }
  }

  public void leaveCall() {
    calls--;
  }

  private RenderException tooDeep() {
    return new RenderException(
        "nested too deeply: macros and recursive loops may be nested %d deep"
            .formatted(limits.nesting()));
  }

  private void bytes(long count) {
    bytes += count;
    if (bytes > limits.memoryBytes()) {
      throw new RenderException(
          "the template makes more than the allowed %,d KiB of intermediate values"
              .formatted(limits.memoryBytes() >> 10));
    }
  }
}
