package io.vespene.core.problem;

import java.util.Arrays;

/** Stands in for what is being filled in. */
public final class Pending {
  private Pending() {}

  /** Always throws. */
  @SuppressWarnings({"TypeParameterUnusedInFormals", "DoNotCallSuggester"})
  public static <T> T yet(Object... used) {
    throw new UnsupportedOperationException(Arrays.toString(used));
  }
}
