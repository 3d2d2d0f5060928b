package io.vespene.server.files;

import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.WorkerUnreachable;
import io.vespene.core.worker.BuildFiles;
import io.vespene.core.worker.FilePort;
import io.vespene.protocol.files.FileAction;
import io.vespene.protocol.files.FileListing;
import io.vespene.protocol.files.FileRequest;
import io.vespene.protocol.files.SignedFileRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of builds, fetched from the workers that have them.
 *
 * <p>All methods throw {@link NotFound} if there is no such build or file, {@link
 * io.vespene.core.problem.Conflict} if no worker serves the build's files, and {@link
 * WorkerUnreachable} if its worker does not answer. Callers have seen to it that whoever asks may
 * see the build.
 */
public final class WorkerFiles implements AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
  private static final int MAX_LISTING_BYTES = 16 * 1024 * 1024;
  private static final List<String> HANDED_ON =
      List.of(
          "Content-Length",
          "Content-Type",
          "Content-Disposition",
          "Content-Range",
          "Accept-Ranges");

  private final BuildFiles files;
  private final JsonMapper json;
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("worker-files-", 0).factory());
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIME)
          .executor(threads)
          .build();

  public WorkerFiles(BuildFiles files, JsonMapper json) {
    this.files = files;
    this.json = json;
  }

  /** What there is at a path, or in the build's directory when the path is empty. */
  public FileListing look(long build, String path) throws InterruptedException {
    FilePort port = files.require(build);
    FetchedFile answer =
        fetch(port, new FileRequest(build, FileAction.LOOK, path), Optional.empty());
    try (InputStream body = answer.body()) {
      return json.readValue(body.readNBytes(MAX_LISTING_BYTES), FileListing.class);
    } catch (IOException | JacksonException e) {
      throw unreachable(port, e);
    }
  }

  /**
   * A file, or a directory as a zip file.
   *
   * @param action {@code READ} or {@code ZIP}
   * @param range the {@code Range} header of whoever asks
   */
  public FetchedFile fetch(long build, FileAction action, String path, Optional<String> range)
      throws InterruptedException {
    return fetch(files.require(build), new FileRequest(build, action, path), range);
  }

  /** An address at the worker itself under which a browser gets the same for a minute. */
  public URI address(long build, FileAction action, String path) {
    FilePort port = files.require(build);
    return uri(port, new FileRequest(build, action, path).sign(port.key(), clock.instant()));
  }

  private FetchedFile fetch(FilePort port, FileRequest request, Optional<String> range)
      throws InterruptedException {
    SignedFileRequest signed = request.sign(port.key(), clock.instant());
    HttpRequest.Builder wanted = HttpRequest.newBuilder(uri(port, signed)).timeout(ANSWER_TIME);
    range.ifPresent(value -> wanted.header("Range", value));
    HttpResponse<InputStream> response;
    try {
      response = http.send(wanted.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw unreachable(port, e);
    }
    try {
      return accept(port, signed, response);
    } catch (RuntimeException e) {
      discard(response);
      throw e;
    }
  }

  private static FetchedFile accept(
      FilePort port, SignedFileRequest signed, HttpResponse<InputStream> response) {
    // Without proof it may be anything that listens where the worker says, or once did.
    String proof = response.headers().firstValue(SignedFileRequest.PROOF_HEADER).orElse("");
    if (!signed.isProof(port.key(), proof)) {
      throw new WorkerUnreachable(
          "what answers at the file port of worker "
              + port.worker()
              + " does not accept this server's signature: the worker has just been restarted, or"
              + " the clocks of the two machines differ");
    }
    return switch (response.statusCode()) {
      case 200, 206, 416 ->
          new FetchedFile(response.statusCode(), handedOn(response), response.body());
      case 404 -> throw new NotFound("file", shown(signed.request()));
      default ->
          throw new WorkerUnreachable(
              "worker " + port.worker() + " has no time for files now: try again");
    };
  }

  private static Map<String, String> handedOn(HttpResponse<InputStream> response) {
    var headers = new LinkedHashMap<String, String>();
    for (String name : HANDED_ON) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  private static String shown(FileRequest request) {
    return request.path().isEmpty() ? "/" : request.path();
  }

  private static URI uri(FilePort port, SignedFileRequest signed) {
    String host = port.hostName().contains(":") ? "[" + port.hostName() + "]" : port.hostName();
    try {
      return URI.create("http://" + host + ":" + port.port() + signed.address());
    } catch (IllegalArgumentException e) {
      throw new WorkerUnreachable(
          "worker " + port.worker() + " has registered a host name that is none: " + host, e);
    }
  }

  private static WorkerUnreachable unreachable(FilePort port, Exception cause) {
    return new WorkerUnreachable(
        "worker %s, which has the files of this build, can't be reached at %s, port %d"
            .formatted(port.worker(), port.hostName(), port.port()),
        cause);
  }

  private static void discard(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // The connection is broken off, which is all that was wanted.
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
