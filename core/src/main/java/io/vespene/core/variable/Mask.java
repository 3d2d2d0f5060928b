package io.vespene.core.variable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is shown instead of secrets, wherever they stand in a text: as they are, as JSON writes
 * them, in Base64 and URL-encoded.
 */
public final class Mask {
  /** Stands for one secret. */
  public static final String TEXT = "••••••";

  /** Shorter texts are found everywhere: hiding them would hide half of a log and no secret. */
  public static final int MIN_LENGTH = 4;

  /** Hides nothing. */
  public static final Mask NONE = new Mask(List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> texts;
  private final List<String> hidden;

  private Mask(Collection<String> texts) {
    this.texts = List.copyOf(texts);
    var forms = new LinkedHashSet<String>();
    texts.forEach(text -> addForms(text, forms));
    // A secret may be a part of another, which must go first.
    hidden = forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** Hides every text and number in these values, however deep. */
  public static Mask of(Collection<?> secretValues) {
    var texts = new LinkedHashSet<String>();
    secretValues.forEach(value -> collect(value, texts));
    return texts.isEmpty() ? NONE : new Mask(texts);
  }

  /** The texts and numbers in a value, each line of longer texts too. */
  private static void collect(@Nullable Object value, Collection<String> texts) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.values().forEach(inner -> collect(inner, texts));
      case List<?> list -> list.forEach(inner -> collect(inner, texts));
      case Boolean _ -> {}
      default -> {
        String text = value.toString();
        texts.add(text);
        text.lines().filter(line -> line.length() >= MIN_LENGTH).forEach(texts::add);
      }
    }
  }

  private static void addForms(String text, Collection<String> forms) {
    if (text.isEmpty()) {
      return;
    }
    String json = JSON.writeValueAsString(text);
    forms.add(text);
    forms.add(json.substring(1, json.length() - 1));
    forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
    forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public boolean hidesNothing() {
    return hidden.isEmpty();
  }

  /** The secrets as they are; a log must show none of them. */
  public List<String> texts() {
    return texts;
  }

  /** The text with each secret replaced. */
  public String hide(String text) {
    String shown = text;
    for (String secret : hidden) {
      shown = shown.replace(secret, TEXT);
    }
    return shown;
  }

  /**
   * A JSON-like value in which every text is without secrets; numbers that are one become texts.
   */
  public @Nullable Object hide(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> hide(text);
      case Map<?, ?> map -> hideEntries(map);
      case List<?> list -> hideElements(list);
      case Number number when hidden.contains(number.toString()) -> TEXT;
      default -> value;
    };
  }

  private Map<String, @Nullable Object> hideEntries(Map<?, ?> map) {
    var shown = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((name, value) -> shown.put(hide(name.toString()), hide(value)));
    return Collections.unmodifiableMap(shown);
  }

  private List<@Nullable Object> hideElements(List<?> list) {
    var shown = new ArrayList<@Nullable Object>();
    list.forEach(value -> shown.add(hide(value)));
    return Collections.unmodifiableList(shown);
  }
}
