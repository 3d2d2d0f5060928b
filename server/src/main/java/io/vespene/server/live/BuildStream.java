package io.vespene.server.live;

import io.vespene.core.build.Builds;
import io.vespene.core.database.Listener;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.log.BuildLogs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Follows one build for as long as somebody watches it. */
@RestController
final class BuildStream {
  /** Builds whose worker speaks to another server send no wake-up here. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Builds builds;
  private final BuildLogs logs;
  private final Wakeups wakeups;
  private final Closing closing;
  private final JsonMapper json;

  BuildStream(Builds builds, BuildLogs logs, Wakeups wakeups, Closing closing, JsonMapper json) {
    this.builds = builds;
    this.logs = logs;
    this.wakeups = wakeups;
    this.closing = closing;
    this.json = json;
  }

  @GetMapping("/live/builds/{id}")
  void follow(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long from,
      @RequestHeader("Last-Event-ID") Optional<Long> lastEventId,
      HttpServletResponse response)
      throws InterruptedException {
    builds.require(id);
    try (Listener listener = wakeups.listen(Set.of(Topic.build(id), Closing.TOPIC))) {
      EventStream stream = EventStream.open(response, json);
      var pace = new Pace(closing, listener, stream);
      var follower = new BuildFollower(builds, logs, stream, lastEventId.orElse(from));
      boolean more = follower.tell(id);
      while (more && pace.next(LOOK_AGAIN)) {
        more = follower.tell(id);
      }
    } catch (IOException e) {
      // The browser has gone: there is nobody to tell.
    }
  }
}
