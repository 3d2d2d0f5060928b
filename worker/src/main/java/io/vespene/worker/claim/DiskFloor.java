package io.vespene.worker.claim;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the free space where builds work. Not for several threads. */
final class DiskFloor {
  private static final Logger LOG = LoggerFactory.getLogger(DiskFloor.class);

  private final Path buildRoot;
  private final long floorBytes;
  private boolean below;

  DiskFloor(Path buildRoot, long floorBytes) {
    this.buildRoot = buildRoot;
    this.floorBytes = floorBytes;
  }

  /** The free space; 0 when it can't be told. */
  long freeBytes() {
    return buildRoot.toFile().getUsableSpace();
  }

  /** Whether so little is free that no build should begin; says so once each time it changes. */
  boolean isBelow(long freeBytes) {
    boolean now = freeBytes < floorBytes;
    if (now != below) {
      below = now;
      LOG.atWarn()
          .addKeyValue("buildRoot", buildRoot)
          .addKeyValue("freeBytes", freeBytes)
          .addKeyValue("floorBytes", floorBytes)
          .log(
              now
                  ? "Too little disk is free: no build is claimed"
                  : "Enough disk is free again: builds are claimed");
    }
    return now;
  }
}
