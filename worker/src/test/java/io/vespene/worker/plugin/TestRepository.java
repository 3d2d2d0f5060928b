package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** A git repository on disk, with a first revision on branch {@code main}. */
final class TestRepository {
  private final Path directory;

  TestRepository(Path directory) throws Exception {
    this.directory = Files.createDirectories(directory);
    git("init", "--quiet", "--initial-branch=main");
    commit("hello.txt", "hello\n", "Say hello");
  }

  Path directory() {
    return directory;
  }

  String url() {
    return directory.toUri().toString().replace("file:/", "file:///").replace("////", "///");
  }

  /** Writes a file and commits it; the revision. */
  String commit(String file, String content, String message) throws Exception {
    Files.writeString(directory.resolve(file), content);
    git("add", "--", file);
    git("commit", "--quiet", "-m", message);
    return git("rev-parse", "HEAD").strip();
  }

  /** Commits a file of so many bytes that can't be compressed; the revision. */
  String commitRandom(String file, int size) throws Exception {
    var bytes = new byte[size];
    new SecureRandom().nextBytes(bytes);
    Files.write(directory.resolve(file), bytes);
    git("add", "--", file);
    git("commit", "--quiet", "-m", "Change " + file);
    return git("rev-parse", "HEAD").strip();
  }

  /** Runs git here; what it prints. */
  String git(String... arguments) throws Exception {
    var line =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "user.name=Ada Lovelace",
                "-c",
                "user.email=ada@example.org",
                "-c",
                "protocol.file.allow=always"));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
