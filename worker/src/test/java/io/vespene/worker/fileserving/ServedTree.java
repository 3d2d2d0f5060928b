package io.vespene.worker.fileserving;

import io.vespene.protocol.files.FileAction;
import io.vespene.protocol.files.FileRequest;
import io.vespene.protocol.files.SignedFileRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * A file server over a build root with three builds: 1 and 2 are this worker's, 3 is not. All that
 * must not be got through build 1 holds {@link #SECRET}.
 */
final class ServedTree implements AutoCloseable {
  static final String SECRET = "canary-7d1f";
  static final String KEY = "vsf_key";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path buildRoot;
  private final Path outside;
  private final FileServer server;

  /**
   * @param portable whether to serve as systems other than Linux do
   */
  ServedTree(Path directory, boolean portable) throws IOException {
    buildRoot = Files.createDirectories(directory.resolve("builds"));
    outside = Files.createDirectories(directory.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), SECRET);
    for (int build = 1; build <= 3; build++) {
      Files.createDirectory(buildRoot.resolve(Integer.toString(build)));
    }
    write("1/hello.txt", "hello");
    write("1/dir/inner.txt", "inner");
    write("2/secret.txt", SECRET);
    write("3/secret.txt", SECRET);
    var serving = new FileServing(true, Optional.empty(), InetAddress.getLoopbackAddress(), 0);
    LongPredicate isOurs = Set.of(1L, 2L)::contains;
    Optional<UserPrincipal> scriptUser = Optional.of(Files.getOwner(buildRoot));
    LongFunction<Optional<UserPrincipal>> scriptUsers = _ -> scriptUser;
    var opener = new Opener();
    server =
        portable
            ? FileServer.start(
                serving,
                new BuildTree(() -> StreamDirectory.root(buildRoot, opener), isOurs, scriptUsers),
                opener)
            : FileServer.start(serving, buildRoot, isOurs, scriptUsers);
    server.useKey(KEY);
  }

  Path build(int build) {
    return buildRoot.resolve(Integer.toString(build));
  }

  Path outside() {
    return outside;
  }

  FileServer server() {
    return server;
  }

  void write(String path, String text) throws IOException {
    Path file = buildRoot.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The signed address of something in build 1. */
  static String address(FileAction action, String path) {
    return signed(1, action, path).address();
  }

  static SignedFileRequest signed(long build, FileAction action, String path) {
    return new FileRequest(build, action, path).sign(KEY, Instant.now());
  }

  HttpResponse<byte[]> get(String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(FileAction action, String path, String... headers)
      throws IOException, InterruptedException {
    return get(address(action, path), headers);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
