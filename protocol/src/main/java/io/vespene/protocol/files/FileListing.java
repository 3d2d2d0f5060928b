package io.vespene.protocol.files;

import java.time.Instant;
import java.util.List;

/**
 * A file or directory of a build.
 *
 * @param path from the build's directory, parted by slashes; empty for that directory itself
 * @param kind {@code DIRECTORY} or {@code FILE}
 * @param size in bytes; 0 unless it is a file
 * @param entries what a directory holds: directories first, then by name; empty for a file
 * @param complete false when the directory holds more than is listed
 */
public record FileListing(
    String path,
    FileKind kind,
    long size,
    Instant modifiedAt,
    List<FileEntry> entries,
    boolean complete) {
  public FileListing {
    entries = List.copyOf(entries);
  }
}
