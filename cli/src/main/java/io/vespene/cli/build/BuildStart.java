package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.Person;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.ProjectResource;
import io.vespene.protocol.rest.StartBuild;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "start",
    description = {
      "Start a build of a project.",
      "With --follow the exit code tells the outcome: 0 only for SUCCESS."
    })
final class BuildStart implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final AnswerOptions answers;

  @Parameters(paramLabel = "PROJECT", description = "The project's name or number.")
  private String project = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Show the output as it appears and wait for the end.")
  private boolean follow;

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "Check out this full revision, not the newest.")
  private @Nullable String revision;

  BuildStart(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.answers = new AnswerOptions(terminal.in());
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    Started.requireOneOf(follow, output.json());
    try (Api api = connection.connect()) {
      BuildResource build =
          api.post(ApiPath.of("projects", project, "builds"), request(api), BuildResource.class);
      return new Started(terminal, output.json(), follow).show(api, build);
    }
  }

  private StartBuild request(Api api) {
    Map<String, @Nullable Object> given = answers.read();
    Map<String, @Nullable Object> complete =
        Person.find().map(person -> ask(person, api, given)).orElse(given);
    return new StartBuild(Optional.of(complete), Optional.ofNullable(revision));
  }

  private Map<String, @Nullable Object> ask(
      Person person, Api api, Map<String, @Nullable Object> given) {
    List<Question> questions =
        api.read(ApiPath.of("projects", project), ProjectResource.class).launchQuestions().stream()
            .map(Question::of)
            .toList();
    return new AskAnswers(person).complete(questions, given);
  }
}
