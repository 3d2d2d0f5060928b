package io.vespene.jinja.filter;

import io.vespene.jinja.format.JsonText;
import io.vespene.jinja.format.YamlText;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Filters that write a value as JSON or YAML. */
final class JsonFilters {

  static final List<Routine> ALL =
      List.of(
          Routine.of("tojson", "indent=none", JsonFilters::toHtmlJson),
          Routine.of("to_json", "indent=none, sort_keys=false", JsonFilters::toJson),
          Routine.of("to_yaml", "indent=2, sort_keys=false", JsonFilters::toYaml));

  private JsonFilters() {}

  /** Jinja2's own filter: keys are sorted and what HTML could misread is escaped. */
  private static Value toHtmlJson(Value subject, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    String json = JsonText.of(subject, indentation(given, meter), true, meter);
    meter.characters(json.length() * 6L);
    return meter.newText(
        json.replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026")
            .replace("'", "\\u0027"));
  }

  private static Value toJson(Value subject, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    return new TextValue(
        JsonText.of(subject, indentation(given, meter), given.truth("sort_keys"), meter));
  }

  private static JsonText.Indentation indentation(Arguments given, Meter meter) {
    return switch (given.value("indent")) {
      case TextValue text -> JsonText.Indentation.of(text.value());
      case Value absent when given.isNone("indent") -> JsonText.Indentation.NONE;
      case Value width -> {
        int blanks = Math.max(0, Numbers.clampToInt(width));
        meter.characters(blanks);
        yield JsonText.Indentation.of(" ".repeat(blanks));
      }
    };
  }

  private static Value toYaml(Value subject, Arguments given, Rendering rendering) {
    return new TextValue(
        YamlText.of(subject, given.integer("indent"), given.truth("sort_keys"), rendering.meter()));
  }
}
