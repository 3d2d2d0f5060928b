package io.vespene.cli.settings;

import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Says where in a settings file something stands.
 *
 * @param problems takes what is found to be wrong
 */
record NodePlace(Path file, List<String> problems) {
  void problem(String what, Node node) {
    problems.add(what + " (" + origin(node).text() + ")");
  }

  Origin origin(Node node) {
    return new Origin.InFile(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }
}
