package io.vespene.worker.build;

import io.vespene.protocol.worker.Assignment;
import io.vespene.worker.process.ExecutableFile;
import io.vespene.worker.sweep.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** The script and its variables, as files in the working directory. */
final class ScriptFiles {
  private static final String SCRIPT = "vespene_launch.sh";
  private static final String VARIABLES = "vespene.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ALL_MAY_EXECUTE = 0777;
  private static final int ALL_MAY_WRITE = 0666;

  private final Assignment assignment;
  private final Path directory;

  ScriptFiles(BuildWork work) {
    this.assignment = work.assignment();
    this.directory = work.workingDirectory();
  }

  Path script() {
    return directory.resolve(SCRIPT);
  }

  /** Writes them as the script needs them. */
  void write() throws IOException {
    write(UnaryOperator.identity());
  }

  /** Writes them again, in place of those that held secrets. */
  void writeMasked(UnaryOperator<String> mask) throws IOException {
    write(mask);
  }

  private void write(UnaryOperator<String> change) throws IOException {
    int mode = assignment.directoryPermissions();
    write(
        directory.resolve(VARIABLES),
        change.apply(JSON.writeValueAsString(assignment.variables()) + "\n"),
        mode & ALL_MAY_WRITE);
    write(script(), change.apply(assignment.script()), mode & ALL_MAY_EXECUTE);
  }

  private static void write(Path file, String text, int mode) throws IOException {
    ExecutableFile.write(file, text.getBytes(StandardCharsets.UTF_8), FilePermissions.of(mode));
  }
}
