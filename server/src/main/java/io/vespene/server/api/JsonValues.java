package io.vespene.server.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values by name, null among them. */
final class JsonValues {
  private JsonValues() {}

  /** The same map, in the type that NullAway sees. */
  // In class files of records, the canonical constructor loses annotations inside type arguments.
  @SuppressWarnings("NullAway")
  static Map<String, Object> of(Map<String, @Nullable Object> values) {
    return values;
  }

  /** The same of a list of maps. */
  @SuppressWarnings("NullAway")
  static List<Map<String, Object>> of(List<Map<String, @Nullable Object>> list) {
    return list;
  }
}
