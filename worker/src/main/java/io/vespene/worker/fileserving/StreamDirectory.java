package io.vespene.worker.fileserving;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A directory held by a stream of the JDK, on systems other than Linux. */
final class StreamDirectory implements OpenDirectory {
  private final SecureDirectoryStream<Path> stream;
  private final Opener opener;

  private StreamDirectory(SecureDirectoryStream<Path> stream, Opener opener) {
    this.stream = stream;
    this.opener = opener;
  }

  /** Whether this system can open names below an open directory. */
  static boolean isPossible(Path directory) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      return stream instanceof SecureDirectoryStream<Path>;
    }
  }

  /** Opens the directory of all builds, whose path is the operator's own. */
  @SuppressWarnings("StreamResourceLeak") // What is made here closes it.
  static StreamDirectory root(Path directory, Opener opener) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new StreamDirectory(secure, opener);
    }
    stream.close();
    throw new IOException("this system can't open names below an open directory");
  }

  @Override
  public OpenDirectory openDirectory(String name) throws NothingThere, InterruptedException {
    Path path = SingleName.of(name);
    if (!look(name).isDirectory()) {
      throw new NothingThere("not a directory");
    }
    return opener.open(
        () -> {
          SecureDirectoryStream<Path> below =
              stream.newDirectoryStream(path, LinkOption.NOFOLLOW_LINKS);
          return new StreamDirectory(below, opener);
        },
        () -> openForWriting(path));
  }

  @Override
  public FileChannel openFile(String name, Optional<UserPrincipal> scriptUser)
      throws NothingThere, InterruptedException {
    Path path = SingleName.of(name);
    if (!look(name).isRegularFile()) {
      throw new NothingThere("not a file");
    }
    return opener.open(
        () -> open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)),
        () -> openForWriting(path));
  }

  /** Opens a pipe at both ends, which waits for nobody and lets whoever waits at it go on. */
  private FileChannel openForWriting(Path name) throws IOException {
    return open(
        name, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
  }

  private FileChannel open(Path name, Set<OpenOption> options) throws IOException {
    SeekableByteChannel channel = stream.newByteChannel(name, options);
    if (channel instanceof FileChannel file) {
      return file;
    }
    channel.close();
    throw new IOException("not a channel of a file");
  }

  @Override
  public BasicFileAttributes look(String name) throws NothingThere {
    try {
      return stream
          .getFileAttributeView(
              SingleName.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .readAttributes();
    } catch (IOException e) {
      throw new NothingThere("no attributes: " + e.getMessage());
    }
  }

  @Override
  public BasicFileAttributes look() throws NothingThere {
    try {
      return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
    } catch (IOException e) {
      throw new NothingThere("no attributes: " + e.getMessage());
    }
  }

  @Override
  public List<String> names(int most) throws NothingThere {
    var names = new ArrayList<String>();
    try {
      for (Path entry : stream) {
        if (names.size() == most) {
          break;
        }
        names.add(entry.getFileName().toString());
      }
    } catch (DirectoryIteratorException e) {
      throw new NothingThere("it can't be listed: " + e.getMessage());
    }
    return names;
  }

  @Override
  public void close() {
    Opener.discard(stream);
  }
}
