package io.vespene.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long a script takes to be parsed and rendered; beside it Jinjava with the same script. */
final class TemplateSpeed implements Measurement {
  @Override
  public List<Figure> measure() {
    Map<String, Double> micros = run();
    return List.of(
        new Figure(
            "template-parse-and-render",
            micros.getOrDefault("vespene", Double.NaN),
            "us",
            micros.getOrDefault("jinjava", Double.NaN),
            new Goal.AtMost(200)));
  }

  private static Map<String, Double> run() {
    var options =
        new OptionsBuilder()
            .include(TemplateBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT)
            // What JMH itself does; newer Javas warn of it.
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
            .shouldFailOnError(true)
            .build();
    try {
      return new Runner(options)
          .run().stream()
              .map(RunResult::getPrimaryResult)
              .collect(Collectors.toMap(result -> result.getLabel(), result -> result.getScore()));
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }
}
