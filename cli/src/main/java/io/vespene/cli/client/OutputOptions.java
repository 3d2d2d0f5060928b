package io.vespene.cli.client;

import picocli.CommandLine.Option;

/** How a command shows what the server answered. */
public final class OutputOptions {
  @Option(
      names = "--json",
      description = "Print JSON, with every field the API has, instead of text.")
  private boolean json;

  /** Whether the caller wants JSON. */
  public boolean json() {
    return json;
  }
}
