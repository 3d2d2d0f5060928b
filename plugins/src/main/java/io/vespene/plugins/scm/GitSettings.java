package io.vespene.plugins.scm;

import java.util.Optional;

/**
 * What git may do.
 *
 * @param mirrors where what was fetched is kept for the next checkout; empty to keep nothing
 */
public record GitSettings(SourceSettings source, Optional<GitMirrorSettings> mirrors) {}
