package io.vespene.cli.up;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small git repository on this machine, so that a checkout can be tried without the internet. */
record TutorialRepository(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(TutorialRepository.class);
  private static final List<String> FILES = List.of("README.md", "hello.sh");

  String url() {
    return directory.toUri().toString().replaceFirst("/$", "");
  }

  /** Makes it unless it is there. Without git there is none, and the project's build says so. */
  void make() {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path unfinished = directory.resolveSibling("repository-unfinished");
    try {
      git(Files.createDirectories(unfinished), "init", "--quiet", "--initial-branch=main", ".");
      for (String file : FILES) {
        copy(file, unfinished.resolve(file));
      }
      git(unfinished, "add", "--", ".");
      git(unfinished, "commit", "--quiet", "--allow-empty", "--message=Say hello");
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("directory", directory)
          .setCause(e)
          .log("The tutorial's git repository was not made");
    }
  }

  private static void copy(String file, Path target) throws IOException {
    try (InputStream content = TutorialRepository.class.getResourceAsStream("repository/" + file)) {
      if (content == null) {
        throw new IOException("the program lacks its file " + file);
      }
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void git(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    // Nobody's own settings: no signatures, hooks or templates.
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "Vespene");
      environment.put("GIT_" + role + "_EMAIL", "vespene@localhost");
    }
    Process process = builder.start();
    try {
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("git " + arguments[0] + ": " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "The start was interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
