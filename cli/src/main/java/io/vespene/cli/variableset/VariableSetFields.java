package io.vespene.cli.variableset;

import io.vespene.cli.client.Json;
import io.vespene.cli.client.TextSource;
import io.vespene.protocol.rest.VariableSetInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A variable set's fields as options; those not given stay unsaid. */
final class VariableSetFields {
  private final TextSource texts;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is about.")
  private @Nullable String description;

  @Option(
      names = "--secret",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether nobody may see the values, in logs neither. Default: false.")
  private @Nullable Boolean secret;

  @Option(
      names = "--variables",
      paramLabel = "FILE",
      description = {
        "The file with a JSON object, or '-' for standard input.",
        "In a secret set the value •••••• keeps the one that is stored."
      })
  private @Nullable String variables;

  VariableSetFields(TextSource texts) {
    this.texts = texts;
  }

  VariableSetInput input(Optional<String> name) {
    return new VariableSetInput(
        name,
        Optional.ofNullable(description),
        Optional.ofNullable(secret),
        Optional.ofNullable(variables)
            .map(file -> Json.object("--variables", texts.read("--variables", file))));
  }
}
