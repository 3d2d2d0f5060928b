package io.vespene.jinja.budget;

import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A template that tries to use more than it may.
 *
 * @param template made only when it is wanted: some are large
 */
record Attack(String name, Supplier<String> template) {

  private static final Map<String, ?> VARIABLES =
      Map.of("text", "a b-c\nd", "list", List.of(3, 1, 2), "dict", Map.of("k", 1));

  Attack(String name, String template) {
    this(name, () -> template);
  }

  Rendered render() {
    return Template.render(name, template.get(), VARIABLES, RenderOptions.LENIENT);
  }
}
