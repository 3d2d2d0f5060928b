package io.vespene.server.live;

import io.vespene.core.build.BuildChangeStore.BuildChange;
import io.vespene.core.database.Listener;
import io.vespene.core.database.Wakeups;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells pages with lists of builds, projects or pools when it is worth fetching them again. */
@RestController
final class ChangeStream {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final ChangeFeed feed;
  private final Wakeups wakeups;
  private final Closing closing;
  private final JsonMapper json;

  ChangeStream(ChangeFeed feed, Wakeups wakeups, Closing closing, JsonMapper json) {
    this.feed = feed;
    this.wakeups = wakeups;
    this.closing = closing;
    this.json = json;
  }

  /** Which builds changed, and to which projects and pools they belong. */
  record ChangedBuilds(Set<Long> builds, Set<Long> projects, Set<Long> pools) {
    static ChangedBuilds of(List<BuildChange> changes) {
      return new ChangedBuilds(
          changes.stream().map(BuildChange::build).collect(Collectors.toSet()),
          changes.stream().map(BuildChange::project).collect(Collectors.toSet()),
          changes.stream().map(BuildChange::pool).collect(Collectors.toSet()));
    }
  }

  /** The first event comes at once and names nothing: something may have changed before. */
  @GetMapping("/live/changes")
  void follow(HttpServletResponse response) throws InterruptedException {
    try (Listener listener = wakeups.listen(Set.of(ChangeWatch.TOPIC, Closing.TOPIC))) {
      EventStream stream = EventStream.open(response, json);
      var pace = new Pace(closing, listener, stream);
      long seen = feed.position();
      stream.send("builds", ChangedBuilds.of(List.of()));
      while (pace.next(LOOK_AGAIN)) {
        long now = feed.position();
        if (now > seen) {
          stream.send("builds", ChangedBuilds.of(feed.since(seen)));
          seen = now;
        }
      }
    } catch (IOException e) {
      // The browser has gone: there is nobody to tell.
    }
  }
}
