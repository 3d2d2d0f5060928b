package io.vespene.server.page;

import io.vespene.core.problem.FieldError;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.StaleVersion;
import io.vespene.server.view.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts core's reasons for refusing something into the form that asked for it. */
final class RefusedForm {
  private RefusedForm() {}

  static Form of(Map<String, String> typed, InvalidInput refusal) {
    var reasons = new LinkedHashMap<String, String>();
    for (FieldError error : refusal.errors()) {
      // What is wrong inside a field of JSON is told under that field.
      int inside = error.field().indexOf('[');
      if (inside < 0) {
        reasons.putIfAbsent(error.field(), error.reason());
      } else {
        reasons.putIfAbsent(
            error.field().substring(0, inside), error.field() + " " + error.reason());
      }
    }
    return Form.of(typed).refused(reasons);
  }

  static Form of(Map<String, String> typed, StaleVersion refusal) {
    return Form.of(typed)
        .refused(
            refusal.getMessage()
                + ", so nothing was saved. What you typed is still here: compare it with the"
                + " present settings in another tab, then edit those.");
  }
}
