package io.vespene.jinja.conformance;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers, booleans and null as JSON in one line. */
final class JsonWriter {

  private final StringBuilder json = new StringBuilder();

  private JsonWriter() {}

  static String write(@Nullable Object value) {
    JsonWriter writer = new JsonWriter();
    writer.append(value);
    return writer.json.toString();
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case String text -> appendString(text);
      case Map<?, ?> map -> appendMap(map);
      case List<?> list -> {
        json.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
          append(items.next());
          json.append(items.hasNext() ? "," : "");
        }
        json.append(']');
      }
      case null -> json.append("null");
      default -> json.append(value);
    }
  }

  private void appendMap(Map<?, ?> map) {
    json.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator);
      appendString((String) entry.getKey());
      json.append(':');
      append(entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private void appendString(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else if (character < ' ' || character > '~') {
        json.append("\\u%04x".formatted((int) character));
      } else {
        json.append(character);
      }
    }
    json.append('"');
  }
}
