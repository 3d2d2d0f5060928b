package io.vespene.cli.snippet;

import io.vespene.cli.client.TextSource;
import io.vespene.protocol.rest.SnippetInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A snippet's fields as options; those not given stay unsaid. */
final class SnippetFields {
  private final TextSource texts;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String description;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "The file with the template text, or '-' for standard input.")
  private @Nullable String text;

  SnippetFields(TextSource texts) {
    this.texts = texts;
  }

  SnippetInput input(Optional<String> name) {
    return new SnippetInput(
        name,
        Optional.ofNullable(description),
        Optional.ofNullable(text).map(file -> texts.read("--text", file)));
  }
}
