package io.vespene.core.script;

import io.vespene.core.snippet.Snippet;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.Origin;
import io.vespene.core.variable.VariableLayer;
import io.vespene.core.variable.VariableMerge;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Syntax;
import io.vespene.jinja.Template;
import io.vespene.jinja.TemplateError;
import io.vespene.jinja.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renders one script: first the snippets, leniently and with all other variables in view, then the
 * script, strictly.
 */
final class RenderScript {
  /** A script stays as it was typed where no tag stands, down to its last line end. */
  private static final Syntax KEEP_LINE_END = new Syntax(false, false, true);

  private final String script;
  private final List<VariableLayer> layers;
  private final SharedBudget budget = new SharedBudget();

  RenderScript(String script, List<VariableLayer> layers) {
    this.script = script;
    this.layers = List.copyOf(layers);
  }

  /**
   * Renders it.
   *
   * @param snippets finds those that templates call by one of these names
   */
  FinishedScript run(Function<Collection<String>, List<Snippet>> snippets) {
    var base = new VariableMerge(layers);
    Template template;
    try {
      template = Template.parse("script", script, KEEP_LINE_END);
    } catch (TemplateException e) {
      return failed(base, failure(Optional.empty(), e.error(), base.mask()));
    }
    // A snippet takes part when the script uses it, and when it beats or loses to another variable.
    var names = new HashSet<>(template.variables());
    names.addAll(base.values().keySet());
    var all = new ArrayList<>(layers);
    for (Snippet snippet : snippets.apply(names)) {
      switch (render(snippet, base)) {
        case Rendered.Text text -> {
          budget.used(text);
          all.add(layer(snippet, text.text()));
        }
        case Rendered.Failed(TemplateError error) -> {
          return failed(base, failure(Optional.of(snippet.name()), error, base.mask()));
        }
      }
    }
    return render(template, new VariableMerge(all));
  }

  private Rendered render(Snippet snippet, VariableMerge base) {
    String text = snippet.settings().text();
    return Template.render(snippet.name(), text, base.values(), budget.forSnippet());
  }

  private static VariableLayer layer(Snippet snippet, String text) {
    return new VariableLayer(
        Origin.of(Level.SNIPPET, snippet.name()),
        false,
        Map.of(snippet.settings().variableName(), text));
  }

  private FinishedScript render(Template template, VariableMerge variables) {
    return switch (template.render(variables.values(), budget.forScript())) {
      case Rendered.Text(String text) -> check(text, variables);
      case Rendered.Failed(TemplateError error) ->
          failed(variables, failure(Optional.empty(), error, variables.mask()));
    };
  }

  private FinishedScript check(String text, VariableMerge variables) {
    if (!text.startsWith("#!")) {
      return failed(variables, "must begin with an interpreter line such as #!/bin/sh");
    }
    if (!isStorable(text)) {
      return failed(variables, "must be text without NUL");
    }
    // Values can hold what a script does not show.
    if (variables.values().values().stream().anyMatch(RenderScript::isUnstorableText)) {
      return failed(variables, "must use snippets that are text without NUL");
    }
    return new FinishedScript(text, variables, Optional.empty());
  }

  private static boolean isUnstorableText(Object value) {
    return value instanceof String text && !isStorable(text);
  }

  /**
   * Escapes in a template can make characters that neither PostgreSQL nor a file of UTF-8 takes.
   */
  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private FinishedScript failed(VariableMerge variables, String rule) {
    String reason = "template error on line 1: the rendered script " + rule;
    return failed(variables, new ScriptFailure(reason, Optional.empty(), 1, 1, reason + "\n"));
  }

  private FinishedScript failed(VariableMerge variables, ScriptFailure failure) {
    return new FinishedScript(script, variables, Optional.of(failure));
  }

  private static ScriptFailure failure(Optional<String> snippet, TemplateError error, Mask mask) {
    String place = snippet.map(name -> " of snippet '" + name + "'").orElse("");
    String reason = "template error on line " + error.line() + place + ": " + error.message();
    return new ScriptFailure(
        shown(reason, mask), snippet, error.line(), error.column(), shown(error.picture(), mask));
  }

  /** Messages quote names and values: without secrets, and without what can't be stored. */
  private static String shown(String message, Mask mask) {
    byte[] bytes = mask.hide(message).getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
