package io.vespene.plugins.trigger;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String text(Map<String, ?> values) {
    return MAPPER.writeValueAsString(values);
  }
}
