package io.vespene.jinja.method;

import io.vespene.jinja.python.TextCase;
import io.vespene.jinja.routine.Routine;
import java.util.List;

/** Methods about upper and lower case. */
final class TextCaseMethods {

  static final List<Routine> ALL =
      List.of(
          TextMethod.changing("upper", TextCase::upper),
          TextMethod.changing("lower", TextCase::lower),
          TextMethod.changing("capitalize", TextCase::capitalize),
          TextMethod.changing("title", TextCase::title),
          TextMethod.changing("swapcase", TextCase::swap),
          TextMethod.changing("casefold", TextCase::fold),
          TextMethod.asking("isupper", TextCase::isUpper),
          TextMethod.asking("islower", TextCase::isLower),
          TextMethod.asking("istitle", TextCase::isTitle));

  private TextCaseMethods() {}
}
