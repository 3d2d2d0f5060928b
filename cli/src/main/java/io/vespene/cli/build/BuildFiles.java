package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.files.FileEntry;
import io.vespene.protocol.files.FileKind;
import io.vespene.protocol.files.FileListing;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "files", description = "List what a build has left in its directory.")
final class BuildFiles implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final BuildNumber build = new BuildNumber();
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      description = "A file or directory in it, such as target/site.")
  private String path = "";

  BuildFiles(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    FileListing listing;
    try (Api api = connection.connect()) {
      listing = api.read(build.path("files").with("path", path), FileListing.class);
    }
    if (output.json()) {
      Json.print(terminal, listing);
    } else {
      table(listing).print(terminal, "This directory is empty.");
      if (!listing.complete()) {
        terminal.remark("There is more than can be listed.");
      }
    }
    return ExitCode.OK;
  }

  private static Table table(FileListing listing) {
    Table table = new Table("NAME", "SIZE", "CHANGED");
    if (listing.kind() == FileKind.FILE) {
      table.add(listing.path(), Long.toString(listing.size()), listing.modifiedAt().toString());
    }
    for (FileEntry entry : listing.entries()) {
      table.add(
          entry.kind() == FileKind.DIRECTORY ? entry.name() + "/" : entry.name(),
          entry.kind() == FileKind.FILE
              ? Long.toString(entry.size())
              : entry.kind().name().toLowerCase(Locale.ROOT),
          entry.modifiedAt().toString());
    }
    return table;
  }
}
