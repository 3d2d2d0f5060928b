package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What git or svn must never be given is refused when it is saved. A test of the worker gives it
 * the same values.
 */
class SourceArgumentsTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final String PROJECTS = "/api/v1/projects";
  private static final String URL = "https://example.org/x";

  private static RunningServer strict;
  private static ApiClient alice;

  record Attack(int number, String type, String field, String value) {}

  @BeforeAll
  static void startAndMakeProjects() {
    strict = SERVER.strict();
    alice = SERVER.alice().at(strict.url());
    alice.post("/api/v1/worker-pools", Map.of("name", "linux", "isolation", "none"));
    for (String type : List.of("git", "svn")) {
      assertThat(alice.post(PROJECTS, project(type, type, URL, "")).status()).isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    strict.close();
  }

  static Stream<Attack> attacks() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/attacks/source-arguments.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(parts ->
            new Attack(Integer.parseInt(parts[0]), parts[1], parts[2], unescape(parts[3])));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void itIsRefusedWithItsField(Attack attack) {
    Answer answer =
        switch (attack.field()) {
          case "repo_url" ->
              alice.post(PROJECTS, project("attack", attack.type(), attack.value(), ""));
          case "repo_branch" ->
              alice.post(PROJECTS, project("attack", attack.type(), URL, attack.value()));
          default ->
              alice.post(
                  PROJECTS + "/" + attack.type() + "/builds", Map.of("revision", attack.value()));
        };
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(attack.field());
    assertThat(answer.json().at("/errors/0/reason").asString()).startsWith("must ");
  }

  private static Map<String, @Nullable Object> project(
      String name, String type, String url, String branch) {
    var project = new HashMap<String, @Nullable Object>();
    project.put("name", name);
    project.put("script", "#!/bin/sh\n");
    project.put("worker_pool", "linux");
    project.put("scm_type", type);
    project.put("repo_url", url);
    project.put("repo_branch", branch);
    return project;
  }

  private static String unescape(String text) {
    return UNICODE
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)))
        .translateEscapes();
  }
}
