package io.vespene.protocol.files;

import java.time.Instant;

/**
 * A name in a directory.
 *
 * @param size in bytes; 0 unless it is a file
 */
public record FileEntry(String name, FileKind kind, long size, Instant modifiedAt) {}
