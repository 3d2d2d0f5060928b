package io.vespene.server.api;

import io.vespene.core.build.Builds;
import io.vespene.core.problem.Conflict;
import io.vespene.protocol.files.FileAction;
import io.vespene.protocol.files.FileListing;
import io.vespene.server.files.FileLinks;
import io.vespene.server.files.HandOn;
import io.vespene.server.files.WorkerFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of builds. Programs get them through this server, whatever browsers do. */
@RestController
@RequestMapping("/api/v1/builds/{id}/files")
final class BuildFileApi {
  private final Builds builds;
  private final WorkerFiles files;
  private final FileLinks links;

  BuildFileApi(Builds builds, WorkerFiles files, FileLinks links) {
    this.builds = builds;
    this.files = files;
    this.links = links;
  }

  @GetMapping
  FileListing look(@PathVariable long id, @RequestParam(defaultValue = "") String path)
      throws InterruptedException {
    requireServed(id);
    return files.look(id, path);
  }

  /** The bytes of a file, or the part that a {@code Range} header names. */
  @GetMapping("/content")
  void content(
      @PathVariable long id,
      @RequestParam String path,
      @RequestHeader(name = "Range") Optional<String> range,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    requireServed(id);
    HandOn.send(files.fetch(id, FileAction.READ, path, range), response);
  }

  /** A directory and all below it as a zip file. */
  @GetMapping("/zip")
  void zip(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String path,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    requireServed(id);
    HandOn.send(files.fetch(id, FileAction.ZIP, path, Optional.empty()), response);
  }

  private void requireServed(long id) {
    builds.require(id);
    if (!links.enabled()) {
      throw new Conflict("files of builds are not shown here: fileserving.enabled is off");
    }
  }
}
