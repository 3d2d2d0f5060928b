package io.vespene.plugins.scm;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What checkouts may do, whatever the kind of source control.
 *
 * @param allowFileUrls whether repositories may be folders of the worker's machine
 * @param knownHosts the file in which the keys of ssh servers are remembered; made when missing
 * @param firstPause how long after a failure of the network it is tried again; twice as long the
 *     next time
 */
public record SourceSettings(boolean allowFileUrls, Path knownHosts, Duration firstPause) {}
