package io.vespene.server.page;

import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.WorkerUnreachable;
import io.vespene.protocol.files.FileAction;
import io.vespene.protocol.files.FileKind;
import io.vespene.protocol.files.FileListing;
import io.vespene.server.files.FetchedFile;
import io.vespene.server.files.FileLinks;
import io.vespene.server.files.HandOn;
import io.vespene.server.files.WorkerFiles;
import io.vespene.server.template.Templates;
import io.vespene.server.view.FilePreview;
import io.vespene.server.view.FilesView;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ImageType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directories of builds, to be looked through and fetched from. */
@Controller
@RequestMapping("/builds/{id}/files")
final class BuildFilePages {
  private final Templates templates;
  private final Builds builds;
  private final WorkerFiles files;
  private final FileLinks links;

  BuildFilePages(Templates templates, Builds builds, WorkerFiles files, FileLinks links) {
    this.templates = templates;
    this.builds = builds;
    this.files = files;
    this.links = links;
  }

  @GetMapping
  FormAnswer show(Frame frame, @PathVariable long id, @RequestParam(defaultValue = "") String path)
      throws InterruptedException {
    Build build = builds.require(id);
    try {
      FileListing listing = look(id, path);
      var view = new FilesView(build, listing, preview(id, listing));
      return new FormAnswer.Show(HttpStatus.OK, templates.filesShow(frame, view));
    } catch (Conflict | WorkerUnreachable | NotFound refusal) {
      HttpStatus status =
          refusal instanceof WorkerUnreachable
              ? HttpStatus.SERVICE_UNAVAILABLE
              : HttpStatus.NOT_FOUND;
      String reason =
          refusal instanceof NotFound && path.isEmpty()
              ? "there are no files of this build: it has made none, or they were removed when"
                  + " their time was over"
              : String.valueOf(refusal.getMessage());
      return new FormAnswer.Show(status, templates.filesNone(frame, build, reason));
    }
  }

  /** A file, from the worker itself unless this server is to hand it on. */
  @GetMapping("/download")
  void download(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String path,
      @RequestHeader(name = "Range") Optional<String> range,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    fetch(id, FileAction.READ, path, range, response);
  }

  /** A directory and all below it as a zip file. */
  @GetMapping("/zip")
  void zip(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String path,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    fetch(id, FileAction.ZIP, path, Optional.empty(), response);
  }

  private void fetch(
      long id, FileAction action, String path, Optional<String> range, HttpServletResponse response)
      throws IOException, InterruptedException {
    builds.require(id);
    FileKind wanted = action == FileAction.ZIP ? FileKind.DIRECTORY : FileKind.FILE;
    // Said here rather than there, where no page could be shown.
    if (look(id, path).kind() != wanted) {
      throw new NotFound(action == FileAction.ZIP ? "directory" : "file", path);
    }
    if (links.throughServer()) {
      HandOn.send(files.fetch(id, action, path, range), response);
    } else {
      response.setHeader("Cache-Control", "no-store");
      response.sendRedirect(files.address(id, action, path).toString());
    }
  }

  /** An image for a page, if it is one for sure. */
  @GetMapping("/image")
  void image(@PathVariable long id, @RequestParam String path, HttpServletResponse response)
      throws IOException, InterruptedException {
    builds.require(id);
    if (look(id, path).size() > ImageType.MAX_BYTES) {
      throw new NotFound("image", path);
    }
    byte[] bytes = start(id, path, Math.toIntExact(ImageType.MAX_BYTES));
    ImageType type = ImageType.of(bytes).orElseThrow(() -> new NotFound("image", path));
    response.setContentType(type.mediaType());
    HandOn.secure(response);
    response.getOutputStream().write(bytes);
  }

  private FileListing look(long id, String path) throws InterruptedException {
    if (!links.enabled()) {
      throw new Conflict("files of builds are not shown here: fileserving.enabled is off");
    }
    return files.look(id, path);
  }

  private FilePreview preview(long id, FileListing listing) throws InterruptedException {
    if (listing.kind() != FileKind.FILE) {
      return new FilePreview.Nothing();
    }
    return FilePreview.of(start(id, listing.path(), FilePreview.BYTES), listing.size());
  }

  private byte[] start(long id, String path, int most) throws InterruptedException {
    FetchedFile file = files.fetch(id, FileAction.READ, path, Optional.of("bytes=0-" + (most - 1)));
    try (InputStream body = file.body()) {
      return file.status() == 416 ? new byte[0] : body.readNBytes(most);
    } catch (IOException e) {
      throw new WorkerUnreachable("the worker broke off in the middle of the file", e);
    }
  }
}
