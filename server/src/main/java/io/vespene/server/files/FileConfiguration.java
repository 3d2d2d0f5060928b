package io.vespene.server.files;

import io.vespene.core.worker.BuildFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What fetches files from workers. */
@Configuration(proxyBeanMethods = false)
public class FileConfiguration {
  @Bean
  static WorkerFiles workerFiles(BuildFiles files, JsonMapper json) {
    return new WorkerFiles(files, json);
  }
}
