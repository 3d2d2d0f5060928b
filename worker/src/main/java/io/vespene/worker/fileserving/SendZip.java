package io.vespene.worker.fileserving;

import com.sun.net.httpserver.HttpExchange;
import io.vespene.protocol.files.FileKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Sends a directory with all below it as a zip file, made while it is sent. Links, pipes and
 * devices are left out, and so is what can't be read.
 */
final class SendZip {
  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_LEVELS = 100;
  private static final long MOST_BYTES = 32L << 30;
  private static final Pattern UNWANTED = Pattern.compile("[\\\\\\p{Cntrl}]");

  private final BuildTree tree;
  private final long build;
  private final String path;
  private final Optional<UserPrincipal> scriptUser;
  private int entries;
  private long bytes;

  SendZip(BuildTree tree, long build, String path) {
    this.tree = tree;
    this.build = build;
    this.path = path;
    this.scriptUser = tree.findScriptUser(build);
  }

  /** What would make a browser keep half a zip: the connection is broken off instead. */
  private static final class TooMuch extends IOException {
    TooMuch(String message) {
      super(message);
    }
  }

  void run(HttpExchange exchange, String disposition)
      throws IOException, NothingThere, InterruptedException {
    try (OpenDirectory top = tree.openDirectory(build, path)) {
      exchange.getResponseHeaders().set("Content-Type", "application/zip");
      exchange.getResponseHeaders().set("Content-Disposition", disposition);
      exchange.sendResponseHeaders(200, 0);
      // Closed only when all is well: what ends otherwise must not look complete.
      OutputStream body = exchange.getResponseBody();
      var zip = new ZipOutputStream(new BufferedOutputStream(body));
      zip.setLevel(Deflater.BEST_SPEED);
      add(top, "", 0, zip);
      zip.close();
    }
  }

  private void add(OpenDirectory directory, String prefix, int level, ZipOutputStream zip)
      throws IOException, InterruptedException {
    if (level > MOST_LEVELS) {
      throw new TooMuch("directories are nested too deep for a zip file");
    }
    List<String> names;
    try {
      names = directory.names(MOST_ENTRIES);
    } catch (NothingThere e) {
      return;
    }
    for (String name : names) {
      try {
        if (!path.isEmpty() || !BuildTree.isHidden(prefix + name)) {
          addOne(directory, name, prefix, level, zip);
        }
      } catch (NothingThere e) {
        // It has gone since, or may not be read: the rest is still wanted.
      }
    }
  }

  private void addOne(
      OpenDirectory directory, String name, String prefix, int level, ZipOutputStream zip)
      throws IOException, NothingThere, InterruptedException {
    BasicFileAttributes attributes = directory.look(name);
    FileKind kind = OpenDirectory.kind(attributes);
    String entryName = prefix + harmless(name);
    if (++entries > MOST_ENTRIES) {
      throw new TooMuch("too many files for a zip file");
    }
    switch (kind) {
      case DIRECTORY -> {
        try (OpenDirectory below = directory.openDirectory(name)) {
          begin(entryName + "/", attributes, zip);
          zip.closeEntry();
          add(below, entryName + "/", level + 1, zip);
        }
      }
      case FILE -> {
        try (FileChannel file = directory.openFile(name, scriptUser)) {
          long size = file.size();
          bytes += size;
          if (bytes > MOST_BYTES) {
            throw new TooMuch("too much for a zip file");
          }
          begin(entryName, attributes, zip);
          SendFile.copy(file, new ByteRange(0, size), zip);
          zip.closeEntry();
        }
      }
      case LINK, OTHER -> {
        // Left out.
      }
    }
  }

  private static void begin(String name, BasicFileAttributes attributes, ZipOutputStream zip)
      throws IOException {
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.from(attributes.lastModifiedTime().toInstant()));
    zip.putNextEntry(entry);
  }

  /** A backslash would part names where the zip is unpacked on another system. */
  private static String harmless(String name) {
    return UNWANTED
        .matcher(name)
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }
}
