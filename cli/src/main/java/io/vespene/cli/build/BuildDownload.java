package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.files.FileKind;
import io.vespene.protocol.files.FileListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "download",
    description = "Fetch a file that a build has left, or a directory as a zip file.")
final class BuildDownload implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final BuildNumber build = new BuildNumber();
  @Mixin private final ConnectionOptions connection;

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "The file or directory, such as target/app.jar; '' for all there is.")
  private String path = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it; - for standard output. Default: its own name, here.")
  private @Nullable Path target;

  BuildDownload(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    try (Api api = connection.connect()) {
      FileListing found = api.read(build.path("files").with("path", path), FileListing.class);
      boolean directory = found.kind() == FileKind.DIRECTORY;
      try (InputStream content =
          api.open(build.path("files", directory ? "zip" : "content").with("path", path))) {
        save(content, directory);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "It could not be fetched whole: " + e.getMessage(), e);
    }
    return ExitCode.OK;
  }

  private void save(InputStream content, boolean directory) throws IOException {
    Path file = target == null ? Path.of(ownName(directory)) : target;
    if (file.toString().equals("-")) {
      content.transferTo(terminal.out());
      terminal.out().flush();
      return;
    }
    // Half a file must not pass for the whole one, nor replace what was there.
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    terminal.remark(file + ", " + Files.size(file) + " bytes");
  }

  private String ownName(boolean directory) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty()) {
      return "build-" + build.number() + ".zip";
    }
    return directory ? name + ".zip" : name;
  }
}
