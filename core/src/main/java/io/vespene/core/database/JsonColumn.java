package io.vespene.core.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects, and lists of them, as columns hold them. */
public final class JsonColumn {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

  private JsonColumn() {}

  public static String write(Map<String, @Nullable Object> object) {
    return MAPPER.writeValueAsString(object);
  }

  /** A list of objects. */
  public static String write(List<Map<String, @Nullable Object>> objects) {
    return MAPPER.writeValueAsString(objects);
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

  /** The same of a column that is a list of objects. */
  public static List<Map<String, @Nullable Object>> readObjects(String column) {
    var objects = new ArrayList<Map<String, @Nullable Object>>();
    objects.addAll(MAPPER.readValue(column, OBJECTS));
    return objects;
  }

  public static Map<String, @Nullable Object> read(String column) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.putAll(MAPPER.readValue(column, OBJECT));
    return object;
  }
}
