package io.vespene.server;

import io.vespene.server.api.ApiConfiguration;
import io.vespene.server.files.FileConfiguration;
import io.vespene.server.live.LiveConfiguration;
import io.vespene.server.page.PageConfiguration;
import io.vespene.server.problem.ProblemConfiguration;
import io.vespene.server.security.SecurityConfiguration;
import io.vespene.server.worker.WorkerConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of a server. Nothing is found by scanning: what is not named here does not exist. */
@Configuration(proxyBeanMethods = false)
@Import({
  WebConfiguration.class,
  JsonConfiguration.class,
  ProblemConfiguration.class,
  SessionConfiguration.class,
  SecurityConfiguration.class,
  FileConfiguration.class,
  ApiConfiguration.class,
  WorkerConfiguration.class,
  LiveConfiguration.class,
  PageConfiguration.class,
})
class ServerConfiguration {}
