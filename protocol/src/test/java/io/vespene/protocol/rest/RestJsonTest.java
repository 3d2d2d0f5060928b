package io.vespene.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RestJsonTest {
  private final JsonMapper json =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @Test
  void anAbsentFieldIsEmpty() {
    ProjectInput input =
        json.readValue("{\"name\":\"hello\",\"repo_url\":\"\",\"timeout\":5}", ProjectInput.class);

    assertThat(input.name()).contains("hello");
    assertThat(input.repoUrl()).contains("");
    assertThat(input.timeout()).contains(5);
    assertThat(input.script()).isEmpty();
    assertThat(input.variables()).isEmpty();
  }

  @Test
  void aNullFieldIsEmpty() {
    assertThat(json.readValue("{\"answers\":null}", StartBuild.class).answers()).isEmpty();
    assertThat(json.readValue("{}", StartBuild.class).answers()).isEmpty();
  }

  @Test
  void namesAreSnakeCaseAndTimesAreText() {
    LogLineResource line =
        new LogLineResource(7, 2, Instant.parse("2026-01-02T03:04:05Z"), "text", true);

    assertThat(json.writeValueAsString(line))
        .contains("\"at\":\"2026-01-02T03:04:05Z\"", "\"number\":7", "\"newline\":true");
    BuildSummary waiting =
        new BuildSummary(
            1, "QUEUED", Instant.parse("2026-01-02T03:04:05Z"), Optional.empty(), Optional.empty());
    assertThat(json.writeValueAsString(waiting))
        .contains("\"queued_at\":\"2026-01-02T03:04:05Z\"", "\"ended_at\":null");
  }

  @Test
  void aPageKeepsItsItems() {
    Page<LogLineResource> page =
        json.readValue("{\"items\":[],\"next\":\"abc\"}", new TypeReference<>() {});

    assertThat(page).isEqualTo(new Page<LogLineResource>(List.of(), Optional.of("abc")));
  }

  @Test
  void aProblemNamesItsFields() {
    Problem problem =
        json.readValue(
            "{\"type\":\"about:blank\",\"title\":\"Invalid\",\"status\":422,"
                + "\"errors\":[{\"field\":\"script\",\"reason\":\"must begin with #!\"}]}",
            Problem.class);

    assertThat(problem.errors())
        .contains(List.of(new Problem.FieldError("script", "must begin with #!")));
    assertThat(problem.detail()).isEmpty();
  }
}
