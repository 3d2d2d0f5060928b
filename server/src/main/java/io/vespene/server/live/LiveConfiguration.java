package io.vespene.server.live;

import io.vespene.core.build.BuildChangeStore;
import io.vespene.core.database.Wakeups;
import io.vespene.core.worker.WorkerPolls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The streams, and what ends them. */
@Configuration(proxyBeanMethods = false)
@Import({BuildStream.class, ChangeStream.class})
public class LiveConfiguration {
  @Bean
  Closing closing(WorkerPolls polls, Wakeups wakeups) {
    return new Closing(polls, wakeups);
  }

  @Bean
  ChangeFeed changeFeed(BuildChangeStore changes) {
    return new ChangeFeed(changes);
  }

  @Bean
  ChangeWatch changeWatch(ChangeFeed feed, Wakeups wakeups) {
    return new ChangeWatch(feed, wakeups);
  }
}
