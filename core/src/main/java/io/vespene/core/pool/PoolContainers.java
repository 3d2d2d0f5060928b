package io.vespene.core.pool;

import java.util.List;

/**
 * What builds in containers may be made of, and what they may use.
 *
 * @param allowedImages patterns, as {@link io.vespene.plugin.ContainerImage#matches} takes them;
 *     empty for any image
 * @param cpus how many processors a build may use; 0 for all
 * @param memoryMib how much memory, in MiB; 0 for all
 * @param pids how many processes and threads; 0 for any number
 * @param network whether builds reach the network
 */
public record PoolContainers(
    List<String> allowedImages, double cpus, int memoryMib, int pids, boolean network) {
  /** Any image, all of the machine, but no fork bomb. */
  public static final PoolContainers DEFAULT = new PoolContainers(List.of(), 0, 0, 4096, true);

  public PoolContainers {
    allowedImages = List.copyOf(allowedImages);
  }
}
