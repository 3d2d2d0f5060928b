package io.vespene.worker.fileserving;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** One name and nothing more: never a way up, down or elsewhere. */
final class SingleName {
  private SingleName() {}

  /** The name as a path of this system. */
  static Path of(String name) throws NothingThere {
    boolean leads =
        name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0;
    if (leads) {
      throw new NothingThere("not a name");
    }
    try {
      Path path = Path.of(name);
      if (path.isAbsolute() || path.getNameCount() != 1 || !path.toString().equals(name)) {
        throw new NothingThere("not a single name");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new NothingThere("not a name here");
    }
  }
}
