package io.vespene.worker.fileserving;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port on which a worker serves the directories of its builds.
 *
 * <p>It answers only what a server has signed, so nothing before {@link #useKey}.
 */
public final class FileServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileServer.class);
  private static final String REQUEST_TIME = "sun.net.httpserver.maxReqTime";
  private static final String REQUEST_SECONDS = "20";

  private final Opener opener;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("files-", 0).factory());
  private final AtomicReference<Optional<String>> key = new AtomicReference<>(Optional.empty());
  private final Optional<HttpServer> http;

  private FileServer(Optional<HttpServer> http, Opener opener) {
    this.http = http;
    this.opener = opener;
  }

  /**
   * Starts to listen, unless nothing is to be served or this system has no safe way to do it.
   *
   * @param isOurs whether the directory of this number is that of a build this worker ran
   * @param scriptUsers who ran the script of such a build
   * @throws IOException if the port can't be had
   */
  public static FileServer start(
      FileServing serving,
      Path buildRoot,
      LongPredicate isOurs,
      LongFunction<Optional<UserPrincipal>> scriptUsers)
      throws IOException {
    var opener = new Opener();
    if (!serving.enabled()) {
      return new FileServer(Optional.empty(), opener);
    }
    if (!SystemOpen.isPossible() && !StreamDirectory.isPossible(buildRoot)) {
      LOG.atWarn().log("This system can't open names below an open directory: no files are served");
      return new FileServer(Optional.empty(), opener);
    }
    BuildTree.Root root =
        SystemOpen.isPossible()
            ? () -> HeldDirectory.root(buildRoot)
            : () -> StreamDirectory.root(buildRoot, opener);
    return start(serving, new BuildTree(root, isOurs, scriptUsers), opener);
  }

  static FileServer start(FileServing serving, BuildTree tree, Opener opener) throws IOException {
    HttpServer http = listen(serving);
    var server = new FileServer(Optional.of(http), opener);
    http.createContext("/", new FileHandler(server.key::get, tree, Clock.systemUTC()));
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  private static HttpServer listen(FileServing serving) throws IOException {
    if (System.getProperty(REQUEST_TIME) == null) {
      // Read once, when the first server of this process is made.
      System.setProperty(REQUEST_TIME, REQUEST_SECONDS);
    }
    try {
      return HttpServer.create(serving.address(), 0);
    } catch (IOException e) {
      throw new IOException(
          "files can't be served at " + serving.address() + ": " + e.getMessage(), e);
    }
  }

  /** Answers from now on what is signed with this key, and nothing else. */
  public void useKey(String newKey) {
    key.set(Optional.of(newKey));
  }

  /** Where it listens; 0 when nothing is served. */
  public int port() {
    return http.map(listening -> listening.getAddress().getPort()).orElse(0);
  }

  /** Breaks off what is being answered. */
  @Override
  public void close() {
    http.ifPresent(listening -> listening.stop(0));
    threads.shutdownNow();
    opener.close();
  }
}
