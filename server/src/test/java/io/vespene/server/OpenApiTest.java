package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static JsonNode description() {
    return SERVER.alice().get("/api/v1/openapi.json").json();
  }

  @Test
  void whoeverAsksIsNoParameter() {
    var names = new ArrayList<String>();
    for (JsonNode path : description().path("paths")) {
      for (JsonNode operation : path) {
        operation.path("parameters").forEach(parameter -> names.add(name(parameter)));
      }
    }
    assertThat(names).contains("path project", "query limit").doesNotContain("query user");
    assertThat(description().path("components").path("schemas").has("User")).isFalse();
  }

  @Test
  void everyResourceIsDescribed() {
    assertThat(description().path("paths").propertyNames())
        .contains(
            "/api/v1/projects",
            "/api/v1/projects/{project}/builds",
            "/api/v1/builds/{id}/log",
            "/api/v1/worker-pools",
            "/api/v1/workers");
  }

  private static String name(JsonNode parameter) {
    return parameter.path("in").asString() + " " + parameter.path("name").asString();
  }
}
