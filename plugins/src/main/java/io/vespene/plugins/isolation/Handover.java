package io.vespene.plugins.isolation;

import io.vespene.plugin.IsolationRefused;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a working directory to the sudo user and takes it back. Others get nothing.
 *
 * <p>As root the worker gives files away; otherwise it shares them through the sudo user's group.
 * The directory itself changes last, so that nobody can meddle while its contents change hands.
 */
final class Handover {
  private final Path directory;
  private final SudoUser user;
  private Optional<Set<PosixFilePermission>> before = Optional.empty();

  Handover(Path directory, SudoUser user) {
    this.directory = directory;
    this.user = user;
  }

  void give() throws IsolationRefused {
    try {
      before = Optional.of(view(directory).readAttributes().permissions());
      give(directory);
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  /** Gives another tree in the same way. */
  void give(Path tree) throws IOException {
    UserPrincipal owner = lookUpOwner();
    GroupPrincipal group = lookUpGroup();
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            handOver(file, owner, group);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            handOver(visited, owner, group);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Shuts the sudo user out of the directory, whose contents stay as they are. The directory gets
   * back the permissions it had, as the script may have opened it to everybody.
   */
  void takeBack() throws IsolationRefused {
    try {
      if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        PosixFileAttributes root =
            Files.readAttributes(
                directory.getParent(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView view = view(directory);
        if (user.workerIsRoot()) {
          view.setOwner(root.owner());
        }
        view.setGroup(root.group());
        view.setPermissions(before.isPresent() ? before.get() : closed(view));
      }
    } catch (IOException e) {
      throw new IsolationRefused(
          "the working directory could not be taken back from " + user.name() + ": " + e, e);
    }
  }

  /** What it was before is not known in another life of the worker: others get nothing. */
  private static Set<PosixFilePermission> closed(PosixFileAttributeView view) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(view.readAttributes().permissions());
    permissions.removeAll(PosixFilePermissions.fromString("------rwx"));
    return permissions;
  }

  private void handOver(Path file, UserPrincipal owner, GroupPrincipal group) throws IOException {
    PosixFileAttributeView view = view(file);
    PosixFileAttributes attributes = view.readAttributes();
    if (user.workerIsRoot()) {
      view.setOwner(owner);
      view.setGroup(group);
      return;
    }
    view.setGroup(group);
    if (!attributes.isSymbolicLink()) {
      Files.setPosixFilePermissions(file, shared(attributes.permissions()));
    }
  }

  /** The group may do what the owner may. */
  private static Set<PosixFilePermission> shared(Set<PosixFilePermission> permissions) {
    Set<PosixFilePermission> wider = EnumSet.copyOf(permissions);
    if (permissions.contains(PosixFilePermission.OWNER_READ)) {
      wider.add(PosixFilePermission.GROUP_READ);
    }
    if (permissions.contains(PosixFilePermission.OWNER_WRITE)) {
      wider.add(PosixFilePermission.GROUP_WRITE);
    }
    if (permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
      wider.add(PosixFilePermission.GROUP_EXECUTE);
    }
    return wider;
  }

  private UserPrincipal lookUpOwner() throws IOException {
    return directory
        .getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(user.name());
  }

  private GroupPrincipal lookUpGroup() throws IOException {
    return directory
        .getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByGroupName(user.group());
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private IsolationRefused refusal(IOException failure) {
    boolean notPermitted =
        failure instanceof FileSystemException system
            && String.valueOf(system.getReason()).contains("not permitted");
    if (notPermitted && !user.workerIsRoot()) {
      return new IsolationRefused(
          "the worker's user is not a member of the group " + user.group() + " of " + user.name(),
          failure);
    }
    return new IsolationRefused(
        "the working directory could not be given to " + user.name() + ": " + failure, failure);
  }
}
