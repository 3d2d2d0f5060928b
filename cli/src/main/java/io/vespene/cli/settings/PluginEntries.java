package io.vespene.cli.settings;

import io.vespene.plugin.OptionValue;
import io.vespene.plugin.PluginOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the ordered maps of plugins: a name, and below it {@code plugin}, {@code options} and, for
 * triggers, {@code time-limit}. An option is a text, a list of texts, or names with a text each.
 */
final class PluginEntries {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

  private static final ValueType<Duration> TIME_LIMIT =
      ValueTypes.duration(Duration.ofSeconds(1), Duration.ofHours(1));

  private final NodePlace where;
  private final List<PluginEntry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /**
   * @param where notes what is wrong, with its line
   */
  PluginEntries(NodePlace where) {
    this.where = where;
  }

  /** What was read, in the order of the file. */
  List<PluginEntry> entries() {
    return entries;
  }

  /** Whether this key of the file's top holds plugins. */
  static boolean begin(String key) {
    return PluginPlace.isAbove(key) || PluginPlace.find(key).isPresent();
  }

  /** Reads what stands below a key for which {@link #begin} is true. */
  void read(String key, Node node) {
    Optional<PluginPlace> place = PluginPlace.find(key);
    if (place.isPresent()) {
      below(key, node).forEach((name, value) -> readEntry(place.get(), name, value));
    } else if (PluginPlace.isAbove(key)) {
      below(key, node).forEach((name, value) -> read(key + "." + name, value));
    } else {
      where.problem(key + ": is not a setting; there are pre, success and failure", node);
    }
  }

  private void readEntry(PluginPlace place, String name, Node node) {
    String key = place.key() + "." + name;
    if (!NAME.matcher(name).matches()) {
      where.problem(
          key + ": the name must be small letters, digits, _ and -, beginning with a letter", node);
      return;
    }
    if (!keys.add(key)) {
      where.problem(key + ": is set twice", node);
      return;
    }
    Map<String, Node> parts = below(key, node);
    requireAllowed(place, key, parts);
    Optional<Node> plugin = Optional.ofNullable(parts.get("plugin"));
    if (plugin.isEmpty()) {
      where.problem(key + ": must say which plugin, as in 'plugin: slack'", node);
    }
    plugin
        .flatMap(written -> text(key + ".plugin", written))
        .ifPresent(type ->
            entries.add(
                new PluginEntry(
                    place,
                    name,
                    type,
                    options(key + ".options", Optional.ofNullable(parts.get("options"))),
                    Optional.ofNullable(parts.get("time-limit"))
                        .flatMap(limit -> timeLimit(key + ".time-limit", limit)),
                    where.origin(node))));
  }

  private void requireAllowed(PluginPlace place, String key, Map<String, Node> parts) {
    List<String> allowed = allowed(place);
    parts.forEach((part, value) -> {
      if (!allowed.contains(part)) {
        where.problem(
            key + "." + part + ": is not a setting; there are " + String.join(", ", allowed),
            value);
      }
    });
  }

  private static List<String> allowed(PluginPlace place) {
    return place.isOfTriggers()
        ? List.of("plugin", "options", "time-limit")
        : List.of("plugin", "options");
  }

  private Optional<Duration> timeLimit(String key, Node node) {
    Optional<Duration> limit =
        text(key, node).flatMap(written -> TIME_LIMIT.parse().apply(written));
    if (limit.isEmpty()) {
      where.problem(key + ": must be " + TIME_LIMIT.allowed(), node);
    }
    return limit;
  }

  private PluginOptions options(String key, Optional<Node> node) {
    Map<String, OptionValue> options = new LinkedHashMap<>();
    node.map(mapping -> below(key, mapping))
        .orElse(Map.of())
        .forEach((name, value) ->
            option(key + "." + name, value).ifPresent(read -> options.put(name, read)));
    return new PluginOptions(options);
  }

  private Optional<OptionValue> option(String key, Node node) {
    return switch (node) {
      case SequenceNode list -> {
        List<String> texts = new ArrayList<>();
        list.getValue().forEach(item -> text(key, item).ifPresent(texts::add));
        yield Optional.of(new OptionValue.Texts(texts));
      }
      case MappingNode mapping -> {
        Map<String, String> texts = new LinkedHashMap<>();
        below(key, mapping)
            .forEach((name, item) ->
                text(key + "." + name, item).ifPresent(text -> texts.put(name, text)));
        yield Optional.of(new OptionValue.Table(texts));
      }
      default -> text(key, node).map(OptionValue.Text::new);
    };
  }

  private Optional<String> text(String key, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    where.problem(key + ": must be one text", node);
    return Optional.empty();
  }

  /** The entries of a mapping, in their order; what is wrong is noted. */
  private Map<String, Node> below(String key, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      where.problem(key + ": must hold names with their values", node);
      return Map.of();
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        where.problem("a key must be a word", entry.getKeyNode());
      } else if (!seen.add(name.getValue())) {
        where.problem(key + "." + name.getValue() + ": is set twice", name);
      } else {
        entries.put(name.getValue(), entry.getValueNode());
      }
    }
    return entries;
  }
}
