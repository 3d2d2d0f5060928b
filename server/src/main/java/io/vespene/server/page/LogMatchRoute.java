package io.vespene.server.page;

import io.vespene.core.build.Builds;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.problem.InvalidInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the log viewer asks when somebody searches. */
@RestController
final class LogMatchRoute {
  private static final int MAX_TEXT_LENGTH = 200;

  private final Builds builds;
  private final FindLines find;

  LogMatchRoute(Builds builds, BuildLogs logs) {
    this.builds = builds;
    this.find = new FindLines(logs);
  }

  /** Lines that contain a text, or with {@code kind=error} those that look like an error. */
  @GetMapping("/builds/{id}/log/matches")
  LogMatches matches(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "text") String kind,
      @RequestParam(defaultValue = "1") long from) {
    builds.require(id);
    if (from < 1) {
      throw new InvalidInput("from", "must be 1 or more");
    }
    if (kind.equals("error")) {
      return find.errors(id, from);
    }
    if (text.isEmpty() || text.length() > MAX_TEXT_LENGTH) {
      throw new InvalidInput("text", "must have 1 to %d characters".formatted(MAX_TEXT_LENGTH));
    }
    return find.containing(text, id, from);
  }
}
