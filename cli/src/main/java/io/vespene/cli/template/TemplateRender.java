package io.vespene.cli.template;

import io.vespene.cli.client.Json;
import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.SafeText;
import io.vespene.cli.terminal.Terminal;
import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "render",
    description = {
      "Print a template with its variables replaced, exactly as a worker would get it.",
      "Needs no server. If the template is wrong, shows where and exits with 2."
    })
final class TemplateRender implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The template; - for standard input.")
  private String file = "";

  @Option(
      names = "--vars",
      paramLabel = "FILE",
      description = "The variables: a file with a JSON object; - for standard input.")
  private String variables = "";

  @Option(
      names = "--lenient",
      description = "Print undefined variables as nothing, as in snippets; else they are errors.")
  private boolean lenient;

  TemplateRender(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (file.equals(STANDARD_INPUT) && variables.equals(STANDARD_INPUT)) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "FILE and --vars cannot both come from standard input.");
    }
    var source = new TextSource(terminal.in());
    String text = source.read("FILE", file);
    return print(render(text, readVariables(source)));
  }

  private Map<String, @Nullable Object> readVariables(TextSource source) {
    return variables.isEmpty() ? Map.of() : Json.object("--vars", source.read("--vars", variables));
  }

  private Rendered render(String text, Map<String, @Nullable Object> given) {
    try {
      return Template.render(
          file, text, given, lenient ? RenderOptions.LENIENT : RenderOptions.STRICT);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--vars: " + e.getMessage() + ".", e);
    }
  }

  private int print(Rendered rendered) {
    return switch (rendered) {
      case Rendered.Text text -> {
        // Not println, and nothing made harmless: what scripts get is what they are to see.
        terminal.out().print(text.text());
        terminal.out().flush();
        yield ExitCode.OK;
      }
      case Rendered.Failed failed -> {
        terminal.err().print(SafeText.manyLines(failed.error().picture()));
        terminal.err().flush();
        yield ExitCode.BAD_INPUT;
      }
    };
  }
}
