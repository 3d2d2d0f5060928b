package io.vespene.jinja.python;

/** How one value stands to another. */
enum Sign {
  LESS,
  EQUAL,
  GREATER,
  /** One of them is not a number. */
  UNORDERED;

  static Sign of(int comparison) {
    return comparison < 0 ? LESS : comparison == 0 ? EQUAL : GREATER;
  }

  static Sign compare(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return UNORDERED;
    }
    return left < right ? LESS : left > right ? GREATER : EQUAL;
  }

  Sign opposite() {
    return switch (this) {
      case LESS -> GREATER;
      case GREATER -> LESS;
      case EQUAL, UNORDERED -> this;
    };
  }
}
