package io.vespene.plugins.scm;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much of what git fetched is kept for the next checkout.
 *
 * @param directory of the worker's own user alone; made when missing, and may be removed at any
 *     time
 * @param maxBytes those that were not used for longest are removed while all are larger
 * @param maxAge those that were not used for so long are removed
 */
public record GitMirrorSettings(Path directory, long maxBytes, Duration maxAge) {}
