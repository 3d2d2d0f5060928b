package io.vespene.server.view;

import io.vespene.core.build.Build;
import io.vespene.protocol.files.FileEntry;
import io.vespene.protocol.files.FileKind;
import io.vespene.protocol.files.FileListing;
import java.util.ArrayList;
import java.util.List;

/** A file or directory of a build as its page shows it. */
public record FilesView(Build build, FileListing listing, FilePreview preview) {
  /** A step on the way from the build's directory to what is shown. */
  public record Step(String name, String address) {}

  public boolean isDirectory() {
    return listing.kind() == FileKind.DIRECTORY;
  }

  /** What is shown: a name, or the build itself. */
  public String name() {
    int slash = listing.path().lastIndexOf('/');
    return listing.path().isEmpty()
        ? "Files of build " + build.id()
        : listing.path().substring(slash + 1);
  }

  /** The directories above what is shown, the build's own first; none for that itself. */
  public List<Step> above() {
    var steps = new ArrayList<Step>();
    String path = listing.path();
    if (!path.isEmpty()) {
      steps.add(new Step("Files", page("")));
    }
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      steps.add(new Step(path.substring(start, slash), page(path.substring(0, slash))));
      start = slash + 1;
    }
    return steps;
  }

  /** Whether an entry has a page of its own. */
  public boolean leadsOn(FileEntry entry) {
    return entry.kind() == FileKind.DIRECTORY || entry.kind() == FileKind.FILE;
  }

  public String page(FileEntry entry) {
    return page(below(entry));
  }

  public String download(FileEntry entry) {
    return address(entry.kind() == FileKind.DIRECTORY ? "/zip" : "/download", below(entry));
  }

  /** Where what is shown can be had as a file: a directory as a zip file. */
  public String download() {
    return address(isDirectory() ? "/zip" : "/download", listing.path());
  }

  public String image() {
    return address("/image", listing.path());
  }

  private String below(FileEntry entry) {
    return listing.path().isEmpty() ? entry.name() : listing.path() + "/" + entry.name();
  }

  private String page(String path) {
    return address("", path);
  }

  private String address(String part, String path) {
    return new Link("/builds/" + build.id() + "/files" + part).with("path", path).toString();
  }
}
