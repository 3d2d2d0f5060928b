package io.vespene.plugins.trigger;

import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import io.vespene.jinja.TemplateException;
import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The text of an option, in which {@code hook}, {@code build} and {@code project} may stand. */
final class OptionTemplate {
  private static final Set<String> NAMES = Set.of("hook", "build", "project");

  private final String option;
  private final Template template;

  private OptionTemplate(String option, Template template) {
    this.option = option;
    this.template = template;
  }

  /**
   * A template.
   *
   * @throws InvalidOption if the text is none, or reads what no trigger knows
   */
  static OptionTemplate of(String option, String text) {
    try {
      Template template = Template.parse(option, text);
      template.variables().stream()
          .filter(name -> !NAMES.contains(name))
          .findFirst()
          .ifPresent(name -> {
            throw new InvalidOption(option, "knows hook, build and project, but no " + name);
          });
      return new OptionTemplate(option, template);
    } catch (TemplateException e) {
      throw new InvalidOption(option, "is no template: " + e.error().message());
    }
  }

  String render(TriggerEvent event) throws TriggerFailed {
    return render(event.context(), UnaryOperator.identity());
  }

  /**
   * The text for one build.
   *
   * @param treatment what is done to each value before it is put into the text
   */
  String render(Map<String, Object> context, UnaryOperator<String> treatment) throws TriggerFailed {
    return switch (template.render(context, RenderOptions.STRICT, treatment)) {
      case Rendered.Text text -> text.text();
      case Rendered.Failed failed ->
          throw new TriggerFailed("the option " + option + ": " + failed.error().message());
    };
  }
}
