package io.vespene.server;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/** Spring's properties, all of which are written here. */
final class FixedEnvironment extends StandardServletEnvironment {
  @Override
  protected void customizePropertySources(MutablePropertySources sources) {
    sources.addLast(
        new MapPropertySource(
            "vespene",
            Map.of(
                "springdoc.api-docs.path", "/api/v1/openapi.json",
                "springdoc.paths-to-match", "/api/v1/**",
                "springdoc.packages-to-scan", "io.vespene.server.api")));
  }
}
