package io.vespene.jinja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every case of the corpus, whose expectations Jinja2 3.1 wrote. The templates known to differ are
 * listed, one JSON string per line, in a file whose reasons stand in docs/templates.md.
 */
class CorpusTest {

  private static final Path CORPUS = Path.of("src/test/corpus");
  private static final Path KNOWN_DIFFERENCES = Path.of("src/test/corpus-differences.txt");
  private static final double LEAST_SHARE_IDENTICAL = 0.99;

  @Test
  void theResultIsThatOfJinja2ExceptForKnownDifferences() throws IOException {
    List<String> differing = new ArrayList<>();
    List<String> explanations = new ArrayList<>();
    for (String line : lines()) {
      Map<String, @Nullable Object> json = JsonReader.readObject(line);
      Case given = Case.of(json);
      String difference = Difference.between(given.render(), json);
      if (!difference.isEmpty()) {
        differing.add(JsonWriter.write(given.template()));
        explanations.add(given.template() + "\n   " + difference);
      }
    }
    assertThat(differing)
        .as("%s", String.join("\n", explanations))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(KNOWN_DIFFERENCES));
  }

  @Test
  void ofAtLeastAThousandCasesNinetyNinePercentAreIdentical() throws IOException {
    int cases = lines().size();
    int different = Files.readAllLines(KNOWN_DIFFERENCES).size();
    assertThat(cases).isGreaterThanOrEqualTo(1000);
    assertThat(1.0 - (double) different / cases).isGreaterThanOrEqualTo(LEAST_SHARE_IDENTICAL);
  }

  private static List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
      return lines;
    }
  }
}
