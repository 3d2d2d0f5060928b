package io.vespene.bench;

import com.hubspot.jinjava.Jinjava;
import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parses and renders a script of 100 lines with 30 expressions and a loop over ten hosts. Both
 * languages can do all of it and make the same text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class TemplateBenchmark {
  private static final int HOSTS = 10;

  private final String script = read("release.sh");
  private final Map<String, Object> variables = variables();
  private final Jinjava jinjava = new Jinjava();

  /** Makes sure that the same work is compared. */
  @Setup
  public void compare() {
    String ours = vespene();
    if (!ours.equals(jinjava().stripTrailing()) || !ours.contains("10: host10")) {
      throw new IllegalStateException("The texts differ:\n" + ours + "\n---\n" + jinjava());
    }
  }

  @Benchmark
  public String vespene() {
    return switch (Template.render("release", script, variables, RenderOptions.STRICT)) {
      case Rendered.Text text -> text.text();
      case Rendered.Failed failed -> throw new IllegalStateException(failed.error().picture());
    };
  }

  @Benchmark
  public String jinjava() {
    return jinjava.render(script, variables);
  }

  private static String read(String name) {
    try (InputStream script = TemplateBenchmark.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> variables() {
    return Map.ofEntries(
        Map.entry(
            "project", Map.of("name", "shop", "repository", "https://git.example.com/shop.git")),
        Map.entry(
            "release",
            Map.of(
                "version",
                "4.2.0",
                "revision",
                "0123456789abcdef0123456789abcdef01234567",
                "branch",
                "release-4")),
        Map.entry("environment_name", "staging"),
        Map.entry("workspace", "/var/lib/build"),
        Map.entry("retries", 5),
        Map.entry("timeout", 30),
        Map.entry(
            "build", Map.of("number", 812, "url", "https://build.example.com/812", "user", "Ann")),
        Map.entry("database", Map.of("host", "db1", "port", 5432, "name", "shop-staging")),
        Map.entry("features", List.of("search", "basket", "export")),
        Map.entry(
            "hosts", IntStream.rangeClosed(1, HOSTS).mapToObj(TemplateBenchmark::host).toList()),
        Map.entry("notify", "https://chat.example.com/hook"),
        Map.entry("keep_days", 14));
  }

  private static Map<String, Object> host(int number) {
    return Map.of(
        "name",
        "host" + number,
        "address",
        "10.0.0." + number,
        "path",
        "/opt/shop/releases",
        "service",
        "shop-web");
  }
}
