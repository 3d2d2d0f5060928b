package io.vespene.cli.project;

import io.vespene.cli.client.Json;
import io.vespene.cli.client.NameList;
import io.vespene.cli.client.TextSource;
import io.vespene.protocol.rest.ProjectInput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A project's fields as options; those not given stay unsaid. */
final class ProjectFields {
  private final TextSource texts;

  @Option(names = "--description", paramLabel = "TEXT", description = "What the project is for.")
  private @Nullable String description;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "The file with the build script, or '-' for standard input. Begins with '#!'.")
  private @Nullable String script;

  @Option(
      names = "--worker-pool",
      paramLabel = "POOL",
      description = "The worker pool whose workers build it.")
  private @Nullable String workerPool;

  @Option(
      names = "--repo-url",
      paramLabel = "URL",
      description = "The repository to check out before the script runs; '' for none.")
  private @Nullable String repoUrl;

  @Option(
      names = "--repo-branch",
      paramLabel = "BRANCH",
      description = {
        "The branch or tag to check out, with svn the folder below the URL;",
        "'' for the repository's default."
      })
  private @Nullable String repoBranch;

  @Option(
      names = "--scm-type",
      paramLabel = "TYPE",
      description = "git, svn or none. Default: git when there is a repository.")
  private @Nullable String scmType;

  @Option(
      names = "--submodules",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether to check out submodules too. Default: true.")
  private @Nullable Boolean submodules;

  @Option(
      names = "--container-base-image",
      paramLabel = "IMAGE",
      description = "The image that containers are made of, such as debian:12; '' for none.")
  private @Nullable String containerBaseImage;

  @Option(
      names = "--timeout",
      paramLabel = "MINUTES",
      description = "How long the script may run. Default: 60.")
  private @Nullable Integer timeout;

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "-100 to 100; builds of higher priority go first. Default: 0.")
  private @Nullable Integer priority;

  @Option(
      names = "--max-running",
      paramLabel = "N",
      description = "How many of its builds may run at the same time; 0 for any. Default: 1.")
  private @Nullable Integer maxRunning;

  @Option(
      names = "--retry-lost",
      paramLabel = "N",
      description = "How often a build whose worker was lost is queued again, 0 to 5. Default: 0.")
  private @Nullable Integer retryLost;

  @Option(
      names = "--variables",
      paramLabel = "JSON",
      description = "Variables for the script, such as '{\"color\": \"green\"}'.")
  private @Nullable String variables;

  @Option(
      names = "--variable-sets",
      paramLabel = "NAME,…",
      description = "Variable sets, in order; the later beats the earlier. '' for none.")
  private @Nullable String variableSets;

  @Option(
      names = "--ssh-keys",
      paramLabel = "NAME,…",
      description =
          "SSH keys that its builds may use, in the order in which they are offered. '' for none.")
  private @Nullable String sshKeys;

  @Option(
      names = "--service-login",
      paramLabel = "NAME",
      description = "The service login for the repository; '' for none.")
  private @Nullable String serviceLogin;

  @Option(
      names = "--host-keys",
      paramLabel = "FILE",
      description =
          "A file with known_hosts lines, or '-' for standard input: the only SSH servers that "
              + "checkouts trust. An empty file trusts the key that a server shows first.")
  private @Nullable String hostKeys;

  @Option(
      names = "--pipeline",
      paramLabel = "NAME",
      description = "The pipeline that it is a part of; '' for none.")
  private @Nullable String pipeline;

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "Which of the pipeline's stages; '' for none.")
  private @Nullable String stage;

  @Option(
      names = "--pipeline-enabled",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether it takes part in the pipeline's runs. Default: true.")
  private @Nullable Boolean pipelineEnabled;

  @Option(
      names = "--launch-questions",
      paramLabel = "FILE",
      description =
          "A file with a JSON list of questions that are asked when a build is started, or '-' for "
              + "standard input; an empty list for none.")
  private @Nullable String launchQuestions;

  ProjectFields(TextSource texts) {
    this.texts = texts;
  }

  ProjectInput input(Optional<String> name) {
    return new ProjectInput(
        name,
        Optional.ofNullable(description),
        Optional.ofNullable(scmType),
        Optional.ofNullable(repoUrl),
        Optional.ofNullable(repoBranch),
        Optional.ofNullable(submodules),
        Optional.ofNullable(script).map(file -> texts.read("--script", file)),
        Optional.ofNullable(containerBaseImage),
        Optional.ofNullable(timeout),
        Optional.ofNullable(priority),
        Optional.ofNullable(maxRunning),
        Optional.ofNullable(retryLost),
        Optional.ofNullable(variables).map(text -> Json.object("--variables", text)),
        Optional.ofNullable(variableSets).map(NameList::parse),
        Optional.ofNullable(workerPool),
        Optional.ofNullable(sshKeys).map(NameList::parse),
        Optional.ofNullable(serviceLogin),
        Optional.ofNullable(hostKeys).map(file -> lines(texts.read("--host-keys", file))),
        Optional.ofNullable(pipeline),
        Optional.ofNullable(stage),
        Optional.ofNullable(pipelineEnabled),
        Optional.ofNullable(launchQuestions)
            .map(file ->
                Json.objects("--launch-questions", texts.read("--launch-questions", file))));
  }

  /** Without empty lines and without comments, as ssh-keyscan prints them. */
  private static List<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
