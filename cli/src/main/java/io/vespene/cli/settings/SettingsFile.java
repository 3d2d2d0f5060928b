package io.vespene.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the YAML file: mappings inside mappings become keys with dots. Nothing in it is ever turned
 * into an object, so a file can hold nothing but texts. The maps of plugins are read apart.
 */
final class SettingsFile {
  private static final int LONGEST = 256 * 1024;
  private static final int DEEPEST = 4;

  private final Path file;
  private final Map<String, GivenValue> values = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final NodePlace where;
  private final PluginEntries plugins;

  private SettingsFile(Path file) {
    this.file = file;
    this.where = new NodePlace(file, problems);
    this.plugins = new PluginEntries(where);
  }

  /**
   * What the file says, unknown keys included.
   *
   * @throws InvalidSettings if it can't be read or is not a mapping of keys to values
   */
  static Content read(Path file) {
    var reading = new SettingsFile(file);
    reading.root().ifPresent(root -> reading.collect(root, "", 0));
    if (!reading.problems.isEmpty()) {
      throw new InvalidSettings(reading.problems);
    }
    return new Content(reading.values, reading.plugins.entries());
  }

  private Optional<Node> root() {
    var limits =
        LoadSettings.builder().setLabel(file.toString()).setCodePointLimit(LONGEST).build();
    try {
      return new Compose(limits).composeString(Files.readString(file));
    } catch (MarkedYamlEngineException e) {
      // The message of the exception would show the line itself, and with it perhaps a password.
      String where = e.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
      throw new InvalidSettings(
          "The settings file is not proper YAML: " + e.getProblem() + " (" + file + where + ")");
    } catch (YamlEngineException e) {
      throw new InvalidSettings("The settings file " + file + " is not proper YAML.");
    } catch (IOException e) {
      throw new InvalidSettings("The settings file " + file + " can't be read.");
    }
  }

  private void collect(Node node, String key, int depth) {
    switch (node) {
      case MappingNode mapping when depth < DEEPEST -> {
        for (NodeTuple entry : mapping.getValue()) {
          if (entry.getKeyNode() instanceof ScalarNode name) {
            String below = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            if (PluginEntries.begin(below)) {
              plugins.read(below, entry.getValueNode());
            } else {
              collect(entry.getValueNode(), below, depth + 1);
            }
          } else {
            problem("a key must be a word", entry.getKeyNode());
          }
        }
      }
      case ScalarNode scalar when !key.isEmpty() -> put(key, scalar.getValue(), scalar);
      case SequenceNode list when !key.isEmpty() -> putList(key, list);
      default -> problem("expected keys with their values", node);
    }
  }

  private void putList(String key, SequenceNode list) {
    List<String> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problem(key + ": a list may only hold plain values", item);
      }
    }
    put(key, String.join(",", texts), list);
  }

  private void put(String key, String value, Node node) {
    if (values.containsKey(key)) {
      problem(key + ": is set twice", node);
    } else if (value.isBlank()) {
      problem(key + ": has no value", node);
    } else {
      values.put(key, new GivenValue(value, where.origin(node)));
    }
  }

  private void problem(String what, Node node) {
    where.problem(what, node);
  }

  /**
   * What a file says.
   *
   * @param values by their keys
   * @param plugins in the order of the file
   */
  record Content(Map<String, GivenValue> values, List<PluginEntry> plugins) {}
}
