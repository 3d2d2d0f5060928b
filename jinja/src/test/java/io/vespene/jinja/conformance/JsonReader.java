package io.vespene.jinja.conformance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON as Python writes it into maps, lists, strings, numbers, booleans and null. */
final class JsonReader {

  private final String json;
  private int position;

  private JsonReader(String json) {
    this.json = json;
  }

  static @Nullable Object read(String json) {
    return new JsonReader(json).readValue();
  }

  @SuppressWarnings("unchecked") // keys of a JSON object are strings
  static Map<String, @Nullable Object> readObject(String json) {
    return (Map<String, @Nullable Object>) new JsonReader(json).readMap();
  }

  private @Nullable Object readValue() {
    skipBlanks();
    return switch (json.charAt(position)) {
      case '{' -> readMap();
      case '[' -> readList();
      case '"' -> readString();
      default -> readWord();
    };
  }

  private Map<String, @Nullable Object> readMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    skipBlanks();
    position++;
    for (skipBlanks(); json.charAt(position) != '}'; skipBlanks()) {
      if (json.charAt(position) == ',') {
        position++;
        skipBlanks();
      }
      String key = readString();
      skipBlanks();
      position++;
      map.put(key, readValue());
    }
    position++;
    return map;
  }

  private List<@Nullable Object> readList() {
    List<@Nullable Object> list = new ArrayList<>();
    position++;
    for (skipBlanks(); json.charAt(position) != ']'; skipBlanks()) {
      if (json.charAt(position) == ',') {
        position++;
      }
      list.add(readValue());
    }
    position++;
    return list;
  }

  private String readString() {
    StringBuilder text = new StringBuilder();
    position++;
    while (json.charAt(position) != '"') {
      char character = json.charAt(position++);
      text.append(character == '\\' ? readEscape() : character);
    }
    position++;
    return text.toString();
  }

  private char readEscape() {
    char escape = json.charAt(position++);
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        position += 4;
        yield (char) Integer.parseInt(json.substring(position - 4, position), 16);
      }
      default -> escape;
    };
  }

  private @Nullable Object readWord() {
    int start = position;
    while (position < json.length() && ",]} \n".indexOf(json.charAt(position)) < 0) {
      position++;
    }
    String word = json.substring(start, position);
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> readNumber(word);
    };
  }

  private static Object readNumber(String word) {
    boolean whole = word.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    if (whole) {
      return new BigInteger(word);
    }
    return Double.parseDouble(word);
  }

  private void skipBlanks() {
    while (position < json.length() && Character.isWhitespace(json.charAt(position))) {
      position++;
    }
  }
}
