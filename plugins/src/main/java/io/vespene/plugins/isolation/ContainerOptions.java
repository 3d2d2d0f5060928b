package io.vespene.plugins.isolation;

import io.vespene.plugin.ContainerImage;
import io.vespene.plugin.IsolationRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a worker pool and a project say about the containers of their builds.
 *
 * @param image what the container is made of
 * @param cpus how many processors it may use; 0 for no limit
 * @param memoryMib how much memory, swap included; 0 for no limit
 * @param pids how many processes and threads; 0 for no limit
 * @param network whether it has more of a network than its own loopback
 */
record ContainerOptions(
    ContainerImage image, BigDecimal cpus, int memoryMib, int pids, boolean network) {
  /**
   * The options, checked again: the worker relies on no server for them.
   *
   * @throws IsolationRefused if they allow no container
   */
  static ContainerOptions read(Map<String, String> options) throws IsolationRefused {
    return new ContainerOptions(
        image(options),
        cpus(options),
        number(options, "memory_mib"),
        number(options, "pids"),
        isNetworkOn(options));
  }

  private static ContainerImage image(Map<String, String> options) throws IsolationRefused {
    String name = options.getOrDefault("image", "");
    if (name.isEmpty()) {
      throw new IsolationRefused(
          "the project names no container_base_image, which isolation basic_container needs");
    }
    ContainerImage image =
        ContainerImage.parse(name)
            .orElseThrow(() ->
                new IsolationRefused(
                    "container_base_image is not the name of an image: "
                        + name.replaceAll("\\p{Cntrl}", "?")));
    List<String> allowed =
        options.getOrDefault("allowed_images", "").lines().filter(line -> !line.isBlank()).toList();
    if (!allowed.isEmpty() && allowed.stream().noneMatch(image::matches)) {
      throw new IsolationRefused(
          "the worker pool does not allow the image "
              + name
              + "; its allowed_images are "
              + String.join(", ", allowed));
    }
    return image;
  }

  private static BigDecimal cpus(Map<String, String> options) throws IsolationRefused {
    String text = options.getOrDefault("cpus", "0");
    try {
      var cpus = new BigDecimal(text);
      if (cpus.signum() >= 0) {
        return cpus;
      }
    } catch (NumberFormatException e) {
      throw notANumber("cpus", text);
    }
    throw notANumber("cpus", text);
  }

  private static int number(Map<String, String> options, String name) throws IsolationRefused {
    String text = options.getOrDefault(name, "0");
    if (!text.matches("[0-9]{1,9}")) {
      throw notANumber(name, text);
    }
    return Integer.parseInt(text);
  }

  private static IsolationRefused notANumber(String name, String text) {
    return new IsolationRefused(
        "the worker pool's container limit " + name + " is not a number from 0 on: " + text);
  }

  private static boolean isNetworkOn(Map<String, String> options) throws IsolationRefused {
    String text = options.getOrDefault("network", "true");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IsolationRefused(
              "the worker pool's container limit network is neither true nor false: " + text);
    };
  }

  /** The limits as the engine's arguments. */
  List<String> limits() {
    var arguments = new ArrayList<String>();
    if (cpus.signum() > 0) {
      arguments.add("--cpus=" + cpus.toPlainString());
    }
    if (memoryMib > 0) {
      // Without the second, as much again could be swapped out.
      arguments.add("--memory=" + memoryMib + "m");
      arguments.add("--memory-swap=" + memoryMib + "m");
    }
    if (pids > 0) {
      arguments.add("--pids-limit=" + pids);
    }
    if (!network) {
      arguments.add("--network=none");
    }
    return arguments;
  }
}
