package io.vespene.jinja.filter;

import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.python.Truth;
import io.vespene.jinja.regex.Regex;
import io.vespene.jinja.regex.RegexFlags;
import io.vespene.jinja.regex.RegexMatch;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Filters with regular expressions, named and called as in Ansible. */
final class RegexFilters {

  private static final Set<String> FLAGS = Set.of("ignorecase", "multiline");

  static final List<Routine> ALL =
      List.of(
          TextFilter.of(
              "regex_replace",
              "pattern, replacement='', ignorecase=false, multiline=false, count=0",
              RegexFilters::replace),
          TextFilter.of("regex_search", "pattern, *", RegexFilters::search));

  private RegexFilters() {}

  private static Value replace(String text, Arguments given, Meter meter) {
    RegexFlags flags = new RegexFlags(given.truth("ignorecase"), given.truth("multiline"), false);
    return new TextValue(
        Regex.compile(given.requireText("pattern"), flags, meter)
            .replace(text, given.text("replacement", meter), given.integer("count")));
  }

  /**
   * What the pattern matched first, or {@code None}; with references such as {@code '\\1'} after
   * the pattern, a list of what those groups took.
   */
  private static Value search(String text, Arguments given, Meter meter) {
    CallArguments rest = given.rest();
    for (String name : rest.named().keySet()) {
      if (!FLAGS.contains(name)) {
        throw new RenderException("regex_search has no parameter '" + name + "'");
      }
    }
    RegexFlags flags = new RegexFlags(isSet(rest, "ignorecase"), isSet(rest, "multiline"), false);
    Regex regex = Regex.compile(given.requireText("pattern"), flags, meter);
    Optional<RegexMatch> match = regex.find(text);
    if (match.isEmpty()) {
      return NoneValue.NONE;
    }
    if (rest.positional().isEmpty()) {
      return groupValue(match.get(), 0, meter);
    }
    List<Value> groups = new ArrayList<>();
    for (Value reference : rest.positional()) {
      int group = regex.requireGroup(groupName(TextForm.of(reference, meter)));
      groups.add(groupValue(match.get(), group, meter));
    }
    return meter.newList(groups);
  }

  private static boolean isSet(CallArguments given, String flag) {
    return Truth.of(given.named().getOrDefault(flag, BooleanValue.FALSE));
  }

  /** The group of {@code \1} or {@code \g<name>}. */
  private static String groupName(String reference) {
    if (reference.startsWith("\\g<") && reference.endsWith(">")) {
      return reference.substring(3, reference.length() - 1);
    }
    return reference.startsWith("\\") ? reference.substring(1) : reference;
  }

  private static Value groupValue(RegexMatch match, int group, Meter meter) {
    return match.group(group).<Value>map(meter::newText).orElse(NoneValue.NONE);
  }
}
