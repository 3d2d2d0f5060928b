package io.vespene.core.database;

import java.util.LinkedHashMap;
import java.util.List;
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

  /**
   * A value inside an object that was read, as the object it must be.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not a JSON object");
    }
    var object = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((name, inner) -> object.put(String.valueOf(name), inner));
    return object;
  }

  /**
   * The same of a list.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static List<?> list(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException("not a JSON list");
    }
    return list;
  }

  public static Map<String, @Nullable Object> read(String column) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.putAll(MAPPER.readValue(column, OBJECT));
    return object;
  }
}
