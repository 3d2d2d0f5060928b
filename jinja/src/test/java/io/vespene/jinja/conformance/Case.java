package io.vespene.jinja.conformance;

import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Syntax;
import io.vespene.jinja.Template;
import io.vespene.jinja.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A template with what it is rendered with. */
public record Case(
    String template, Map<String, @Nullable Object> variables, boolean strict, Syntax syntax) {

  static Case of(Map<String, @Nullable Object> json) {
    return new Case(
        (String) Objects.requireNonNull(json.get("template")),
        variables(json.get("variables")),
        isSet(json, "strict"),
        new Syntax(
            isSet(json, "trim_blocks"),
            isSet(json, "lstrip_blocks"),
            isSet(json, "keep_trailing_newline")));
  }

  @SuppressWarnings("unchecked") // the variables are a JSON object
  private static Map<String, @Nullable Object> variables(@Nullable Object json) {
    return json == null ? Map.of() : (Map<String, @Nullable Object>) json;
  }

  private static boolean isSet(Map<String, @Nullable Object> json, String key) {
    return Boolean.TRUE.equals(json.get(key));
  }

  String json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("template", template);
    json.put("variables", variables);
    json.put("strict", strict);
    json.put("trim_blocks", syntax.trimBlocks());
    json.put("lstrip_blocks", syntax.lstripBlocks());
    json.put("keep_trailing_newline", syntax.keepTrailingNewline());
    return JsonWriter.write(json);
  }

  Rendered render() {
    try {
      return Template.parse("case", template, syntax)
          .render(variables, strict ? RenderOptions.STRICT : RenderOptions.LENIENT);
    } catch (TemplateException e) {
      return new Rendered.Failed(e.error());
    }
  }
}
