package io.vespene.cli.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's JSON: names in snake case, times as text. */
public final class Json {
  /** Writes nothing for what is absent: an input says only what it wants to say. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private static final JsonMapper FOR_PEOPLE =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private static final TypeReference<List<Map<String, @Nullable Object>>> OBJECTS =
      new TypeReference<>() {};

  /** JSON allows these in strings, but a terminal may obey them. */
  private static final Pattern UNSAFE = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029]|\\p{Cf}");

  private Json() {}

  /** Prints a resource, or a list of them, as JSON with all its fields. */
  public static void print(Terminal terminal, Object resource) {
    String text = FOR_PEOPLE.writeValueAsString(resource);
    terminal
        .out()
        .println(UNSAFE.matcher(text).replaceAll(match -> "\\\\" + escape(match.group())));
  }

  /** A value as indented JSON. */
  public static String text(Object value) {
    return FOR_PEOPLE.writeValueAsString(value);
  }

  /** A value as JSON on one line. */
  public static String line(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Reads the JSON object that an option holds.
   *
   * @throws CommandFailure if it is something else
   */
  public static Map<String, @Nullable Object> object(String option, String text) {
    try {
      return MAPPER.readValue(text, OBJECT);
    } catch (JacksonException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          option + ": must be a JSON object such as {\"color\": \"green\"}.",
          e);
    }
  }

  /**
   * Reads the list of JSON objects that an option holds.
   *
   * @throws CommandFailure if it is something else
   */
  public static List<Map<String, @Nullable Object>> objects(String option, String text) {
    try {
      return MAPPER.readValue(text, OBJECTS);
    } catch (JacksonException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, option + ": must be a JSON list of objects.", e);
    }
  }

  static JavaType pageOf(Class<?> item) {
    return MAPPER.getTypeFactory().constructParametricType(Page.class, item);
  }

  private static String escape(String character) {
    return character
        .chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "u%04x", unit))
        .reduce((first, second) -> first + "\\\\" + second)
        .orElseThrow();
  }
}
