package io.vespene.core.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects as columns hold them. */
public final class JsonColumn {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private JsonColumn() {}

  public static String write(Map<String, @Nullable Object> object) {
    return MAPPER.writeValueAsString(object);
  }

  public static Map<String, @Nullable Object> read(String column) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.putAll(MAPPER.readValue(column, OBJECT));
    return object;
  }
}
