package io.vespene.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One thing that can be asked of the server, such as {@code POST /api/v1/projects}. */
record Route(String method, String path) implements Comparable<Route> {
  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::path).thenComparing(Route::method);
  private static final Pattern ROW =
      Pattern.compile("^\\| `([A-Z]+) (\\S+)` \\| (\\w+) \\|", Pattern.MULTILINE);
  private static final Path TABLE = Path.of("../docs/routes.md");

  /** Who may use a route. */
  enum Right {
    /** Without login. */
    ANYBODY,
    /** Whoever is logged in. */
    USER,
    /** Who made the project, and superusers. */
    OWNER,
    SUPERUSER,
    /** Workers with their credential. */
    WORKER
  }

  @Override
  public int compareTo(Route other) {
    return ORDER.compare(this, other);
  }

  boolean isForPrograms() {
    return path.startsWith("/api/");
  }

  /** The address, with each variable replaced. */
  String address(Map<String, String> variables) {
    String address = path;
    for (var variable : variables.entrySet()) {
      address = address.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return address;
  }

  /** The routes that the documentation names. */
  static Map<Route, Right> documented() {
    try {
      return ROW.matcher(Files.readString(TABLE))
          .results()
          .collect(
              java.util.stream.Collectors.toMap(
                  row -> new Route(row.group(1), row.group(2)), Route::right));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The routes that handlers are mapped to. */
  static SortedSet<Route> mapped(RequestMappingHandlerMapping mapping) {
    var routes = new TreeSet<Route>();
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      List<String> methods =
          info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
      for (String path : info.getPatternValues()) {
        methods.forEach(method -> routes.add(new Route(method, path)));
      }
    }
    return routes;
  }

  private static Right right(MatchResult row) {
    return Right.valueOf(row.group(3).toUpperCase(java.util.Locale.ROOT));
  }
}
