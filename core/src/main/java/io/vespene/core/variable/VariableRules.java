package io.vespene.core.variable;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.problem.FieldErrors;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What variables may be: names that templates can use, and values of bounded size. */
public final class VariableRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final int MAX_LENGTH = 256 * 1024;
  private static final int MAX_SETS = 50;

  private VariableRules() {}

  /** Notes everything that is wrong with an object's variables, whichever sets there are. */
  public static void check(ObjectVariables variables, FieldErrors errors) {
    check(variables.own(), errors);
    errors.require(
        variables.sets().size() <= MAX_SETS,
        "variable_sets",
        "must be at most " + MAX_SETS + " sets");
    var seen = new HashSet<String>();
    for (String set : variables.sets()) {
      errors.require(seen.add(set), "variable_sets", "must not name '" + set + "' twice");
    }
  }

  /** Whether templates can use the name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static void check(Map<String, @Nullable Object> variables, FieldErrors errors) {
    for (String name : variables.keySet()) {
      if (!isName(name)) {
        errors.require(
            false, "variables", "must have names of letters, digits and _, unlike '" + name + "'");
      }
    }
    String json = JsonColumn.write(variables);
    errors
        .require(json.length() <= MAX_LENGTH, "variables", "must be at most 256 KiB of JSON")
        // PostgreSQL's text has no NUL.
        .require(!json.contains("\\u0000"), "variables", "must not contain a NUL character");
  }
}
