package io.vespene.worker.fileserving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.files.FileAction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every attack of {@code attacks.txt} against a worker's file port. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FileAttackTest {
  @TempDir static Path directory;
  private static List<ServedTree> trees = List.of();
  private static final List<ServerSocketChannel> sockets = new ArrayList<>();

  /** One line of the file. */
  record Attack(int number, String kind, String text) {
    static Attack parse(String line) {
      String[] parts = line.split(" ", 3);
      return new Attack(
          Integer.parseInt(parts[0]), parts[1], parts.length < 3 ? "" : unescape(parts[2]));
    }
  }

  @BeforeAll
  static void makeTraps() throws Exception {
    trees =
        List.of(
            new ServedTree(directory.resolve("linux"), false),
            new ServedTree(directory.resolve("portable"), true));
    for (ServedTree tree : trees) {
      makeTraps(tree);
    }
  }

  private static void makeTraps(ServedTree served) throws Exception {
    Path build = served.build(1);
    link(build, "link-file", served.outside().resolve("secret.txt"));
    link(build, "link-dir", served.outside());
    link(build, "link-parent", Path.of(".."));
    link(build, "link-root", Path.of("/"));
    link(build, "link-loop", Path.of("link-loop"));
    link(build, "link-to-link", Path.of("link-file"));
    link(build, "link-relative", Path.of("../../outside/secret.txt"));
    link(build, "dir/link-up", Path.of("../.."));
    link(build, "link-proc", Path.of("/proc/self"));
    link(build, "link-pipe", Path.of("pipe"));
    link(build, "link-device", Path.of("/dev/zero"));
    run("mkfifo", build.resolve("pipe").toString());
    run("mknod", build.resolve("device").toString(), "c", "1", "3");
    run("mknod", build.resolve("zero-device").toString(), "c", "1", "5");
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    sockets.add(socket.bind(UnixDomainSocketAddress.of(build.resolve("socket"))));
  }

  @AfterAll
  static void close() throws IOException {
    for (ServerSocketChannel socket : sockets) {
      socket.close();
    }
    trees.forEach(ServedTree::close);
  }

  static Stream<Attack> attacks() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(FileAttackTest.class.getResourceAsStream("attacks.txt"))) {
      List<Attack> all =
          new String(file.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(Attack::parse)
              .toList();
      assertThat(all).extracting(Attack::number).doesNotHaveDuplicates().hasSizeGreaterThan(100);
      return all.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackGetsNothing(Attack attack) throws Exception {
    for (ServedTree tree : trees) {
      getNothing(tree, attack);
    }
  }

  private static void getNothing(ServedTree served, Attack attack) throws Exception {
    switch (attack.kind()) {
      case "path" -> {
        for (FileAction action : FileAction.values()) {
          HttpResponse<byte[]> answer = served.get(action, attack.text());
          assertThat(answer.statusCode()).as(action + " " + attack).isEqualTo(404);
          assertThat(text(answer)).isEqualTo("There is no such file.\n");
          assertThat(answer.headers().map()).doesNotContainKey("x-injected");
        }
      }
      case "edit" -> {
        String right = ServedTree.address(FileAction.READ, "hello.txt");
        assertThat(served.get(right).statusCode()).isEqualTo(200);
        String[] change = attack.text().split(" => ?", 2);
        String wrong = right.replaceFirst(change[0], change[1]);
        String answer = send(served, "GET " + wrong + " HTTP/1.1");
        assertThat(answer).doesNotContain(" 200 ", "hello", ServedTree.SECRET);
      }
      case "send" ->
          assertThat(send(served, attack.text()))
              .doesNotContain(" 200 ", "root:", "hello", ServedTree.SECRET);
      default -> throw new IllegalArgumentException(attack.toString());
    }
  }

  private static String unescape(String text) {
    var plain = new StringBuilder();
    Matcher escape = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))").matcher(text);
    while (escape.find()) {
      String literal =
          escape.group(1) != null
              ? Character.toString(Integer.parseInt(escape.group(1), 16))
              : ("\\" + escape.group(2)).translateEscapes();
      escape.appendReplacement(plain, Matcher.quoteReplacement(literal));
    }
    return escape.appendTail(plain).toString();
  }

  /** Sends a request line as it is, and reads until the connection ends. */
  private static String send(ServedTree served, String line) throws IOException {
    try (var connection = new Socket(InetAddress.getLoopbackAddress(), served.server().port())) {
      connection.setSoTimeout(10_000);
      connection
          .getOutputStream()
          .write((line + "\r\nHost: worker\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
      return new String(connection.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }

  private static void link(Path build, String name, Path target) throws IOException {
    Files.createSymbolicLink(build.resolve(name), target);
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
