package io.vespene.core.project;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.problem.FieldErrors;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What variables may be: names that templates can use, and values of bounded size. */
final class VariableRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final int MAX_LENGTH = 256 * 1024;

  private VariableRules() {}

  static void check(Map<String, @Nullable Object> variables, FieldErrors errors) {
    for (String name : variables.keySet()) {
      if (!NAME.matcher(name).matches()) {
        errors.require(
            false, "variables", "must have names of letters, digits and _, unlike '" + name + "'");
      }
    }
    String json = JsonColumn.write(variables);
    errors
        .require(json.length() <= MAX_LENGTH, "variables", "must be at most 256 KiB of JSON")
        // PostgreSQL's JSON has no NUL.
        .require(!json.contains("\\u0000"), "variables", "must not contain a NUL character");
  }
}
