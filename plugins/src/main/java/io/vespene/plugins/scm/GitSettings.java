package io.vespene.plugins.scm;

import java.nio.file.Path;

/**
 * What git may do.
 *
 * @param allowFileUrls whether repositories may be folders of the worker's machine
 * @param knownHosts the file in which the keys of ssh servers are remembered; made when missing
 */
public record GitSettings(boolean allowFileUrls, Path knownHosts) {}
