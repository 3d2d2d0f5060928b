package io.vespene.server.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of the REST API. */
@Configuration(proxyBeanMethods = false)
@Import({
  OpenApiConfiguration.class,
  HealthRoutes.class,
  ProjectApi.class,
  BuildApi.class,
  BuildLogApi.class,
  BuildFileApi.class,
  PoolApi.class,
  PoolTokenApi.class,
  WorkerApi.class,
  SshKeyApi.class,
  ServiceLoginApi.class,
  SnippetApi.class,
  VariableSetApi.class,
})
public class ApiConfiguration {}
