package io.vespene.server.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** How failures are answered. */
@Configuration(proxyBeanMethods = false)
@Import(ErrorRoute.class)
public class ProblemConfiguration {
  @Bean
  ProblemAnswer problemAnswer(JsonMapper json, ProblemPage page) {
    return new ProblemAnswer(json, page);
  }

  @Bean
  ProblemResolver problemResolver(ProblemAnswer answer) {
    return new ProblemResolver(new ProblemTranslation(), answer);
  }

  @Bean
  BodyLimit bodyLimitFilter(ProblemAnswer answer) {
    return new BodyLimit(answer);
  }

  @Bean
  FailureFilter failureFilter(ProblemAnswer answer) {
    return new FailureFilter(new ProblemTranslation(), answer);
  }
}
