package io.vespene.worker.fileserving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.protocol.files.FileAction;
import io.vespene.protocol.files.FileEntry;
import io.vespene.protocol.files.FileKind;
import io.vespene.protocol.files.FileListing;
import io.vespene.protocol.files.FileRequest;
import io.vespene.protocol.files.SignedFileRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FileServerTest {
  @TempDir Path directory;
  private ServedTree served;

  @BeforeEach
  void start() throws IOException {
    served = new ServedTree(directory, false);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void aDirectoryIsListedDirectoriesFirst() throws Exception {
    Files.createSymbolicLink(served.build(1).resolve("a-link"), Path.of("hello.txt"));

    FileListing listing = look("");

    assertThat(listing.kind()).isEqualTo(FileKind.DIRECTORY);
    assertThat(listing.complete()).isTrue();
    assertThat(listing.entries())
        .extracting(FileEntry::name)
        .containsExactly("dir", "a-link", "hello.txt");
    assertThat(listing.entries())
        .extracting(FileEntry::kind)
        .containsExactly(FileKind.DIRECTORY, FileKind.LINK, FileKind.FILE);
    assertThat(listing.entries().getLast().size()).isEqualTo(5);
    assertThat(listing.entries().getLast().modifiedAt())
        .isEqualTo(Files.getLastModifiedTime(served.build(1).resolve("hello.txt")).toInstant());
  }

  @Test
  void namesMayBeAnythingASystemAllows() throws Exception {
    for (String name : new String[] {"a b", "50%", "a&b=c", "ä€", "x;y", "a\\b", "q?#", "-rf"}) {
      served.write("1/odd/" + name, name);
      HttpResponse<byte[]> answer = served.get(FileAction.READ, "odd/" + name);
      assertThat(answer.statusCode()).as(name).isEqualTo(200);
      assertThat(new String(answer.body(), UTF_8)).isEqualTo(name);
    }
    assertThat(look("odd").entries()).hasSize(8);
  }

  @Test
  void aFileIsKeptAndNeverShownAsAPage() throws Exception {
    served.write("1/page.html", "<script>alert(1)</script>");

    HttpResponse<byte[]> answer = served.get(FileAction.READ, "page.html");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox")
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void whatTheScriptWasMadeOfIsNotServed() throws Exception {
    for (String name : new String[] {"vespene.json", "vespene_launch.sh"}) {
      served.write("1/" + name, ServedTree.SECRET);
      served.write("1/dir/" + name, "its own");
      for (FileAction action : FileAction.values()) {
        assertThat(served.get(action, name).statusCode()).isEqualTo(404);
      }
      assertThat(served.get(FileAction.READ, "dir/" + name).statusCode()).isEqualTo(200);
    }
    assertThat(look("").entries()).extracting(FileEntry::name).containsExactly("dir", "hello.txt");
    assertThat(unzip(served.get(FileAction.ZIP, "").body()))
        .containsOnlyKeys(
            "dir/", "dir/inner.txt", "dir/vespene.json", "dir/vespene_launch.sh", "hello.txt");
  }

  @Test
  void aFileOfSomebodyElseThatHasOtherNamesIsNotServed() throws Exception {
    Path others = served.outside().resolve("others.txt");
    Files.writeString(others, ServedTree.SECRET);
    Files.setAttribute(others, "unix:uid", 65_534);
    Files.createLink(served.build(1).resolve("dir/stolen.txt"), others);
    Files.createLink(served.build(1).resolve("dir/twin.txt"), served.build(1).resolve("hello.txt"));

    assertThat(served.get(FileAction.READ, "dir/stolen.txt").statusCode()).isEqualTo(404);
    assertThat(served.get(FileAction.READ, "dir/twin.txt").body())
        .isEqualTo("hello".getBytes(UTF_8));
    assertThat(unzip(served.get(FileAction.ZIP, "dir").body()))
        .containsOnlyKeys("inner.txt", "twin.txt");
  }

  @Test
  void everyAnswerProvesWhoGivesIt() throws Exception {
    SignedFileRequest signed = ServedTree.signed(1, FileAction.READ, "hello.txt");
    String proof =
        served
            .get(signed.address())
            .headers()
            .firstValue(SignedFileRequest.PROOF_HEADER)
            .orElseThrow();

    assertThat(signed.isProof(ServedTree.KEY, proof)).isTrue();
    assertThat(signed.isProof("another key", proof)).isFalse();
    assertThat(ServedTree.signed(1, FileAction.READ, "x").isProof(ServedTree.KEY, proof)).isFalse();
  }

  @Test
  void aSignatureIsGoodForAMinuteOnly() throws Exception {
    var request = new FileRequest(1, FileAction.READ, "hello.txt");
    Instant now = Instant.now();

    assertThat(status(request.sign(ServedTree.KEY, now.minusSeconds(50)))).isEqualTo(200);
    assertThat(status(request.sign(ServedTree.KEY, now.minusSeconds(61)))).isEqualTo(403);
    assertThat(status(request.sign(ServedTree.KEY, now.plusSeconds(20)))).isEqualTo(200);
    assertThat(status(request.sign(ServedTree.KEY, now.plusSeconds(60)))).isEqualTo(403);
    assertThat(status(request.sign("another key", now))).isEqualTo(403);
  }

  @Test
  void anEarlierKeyIsWorthlessAtOnce() throws Exception {
    String address = ServedTree.address(FileAction.READ, "hello.txt");
    served.server().useKey("a new one");

    assertThat(served.get(address).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherWorkersBuildIsNotServed() throws Exception {
    assertThat(status(ServedTree.signed(2, FileAction.READ, "secret.txt"))).isEqualTo(200);
    assertThat(status(ServedTree.signed(3, FileAction.READ, "secret.txt"))).isEqualTo(404);
    assertThat(status(ServedTree.signed(4, FileAction.LOOK, ""))).isEqualTo(404);
  }

  @Test
  void aPartOfAFileCanBeHad() throws Exception {
    served.write("1/ten", "0123456789");

    assertThat(part("bytes=2-4")).isEqualTo("206 bytes 2-4/10 234");
    assertThat(part("bytes=7-")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(part("bytes=-2")).isEqualTo("206 bytes 8-9/10 89");
    assertThat(part("bytes=-20")).isEqualTo("206 bytes 0-9/10 0123456789");
    assertThat(part("bytes=0-99")).isEqualTo("206 bytes 0-9/10 0123456789");
    assertThat(part("bytes=10-")).isEqualTo("416 bytes */10 ");
    assertThat(part("bytes=-0")).isEqualTo("416 bytes */10 ");
    assertThat(part("bytes=4-2")).isEqualTo("200  0123456789");
    assertThat(part("bytes=0-1,4-5")).isEqualTo("200  0123456789");
    assertThat(part("lines=1-2")).isEqualTo("200  0123456789");
  }

  @Test
  void anEmptyFileIsAnEmptyAnswer() throws Exception {
    served.write("1/empty", "");

    HttpResponse<byte[]> answer = served.get(FileAction.READ, "empty");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aZipHoldsFilesAndDirectoriesAndNothingElse() throws Exception {
    Path build = served.build(1);
    Files.createSymbolicLink(build.resolve("link"), served.outside().resolve("secret.txt"));
    Files.createSymbolicLink(build.resolve("link-dir"), served.outside());
    Files.createDirectory(build.resolve("empty"));
    served.write("1/a\\b", "backslash");
    assertThat(new ProcessBuilder("mkfifo", build.resolve("pipe").toString()).start().waitFor())
        .isZero();

    HttpResponse<byte[]> answer = served.get(FileAction.ZIP, "");

    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("build-1.zip");
    assertThat(unzip(answer.body()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "hello.txt", "hello",
                "dir/", "",
                "dir/inner.txt", "inner",
                "empty/", "",
                "a%5Cb", "backslash"));
    assertThat(unzip(served.get(FileAction.ZIP, "dir").body())).containsOnlyKeys("inner.txt");
  }

  @Test
  void namesThatAreSwappedMeanwhileLeadNowhere() throws Exception {
    Path build = served.build(1);
    Path secret = served.outside().resolve("secret.txt");
    run("mkfifo", directory.resolve("a-pipe").toString());
    var done = new AtomicBoolean();
    Thread swapping =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (!done.get()) {
                  Files.deleteIfExists(build.resolve("swap"));
                  Files.writeString(build.resolve("swap"), "harmless");
                  Path link = build.resolve("new-link");
                  Files.createSymbolicLink(link, secret);
                  Files.move(link, build.resolve("swap"), StandardCopyOption.ATOMIC_MOVE);
                  Files.createLink(link, directory.resolve("a-pipe"));
                  Files.move(link, build.resolve("swap"), StandardCopyOption.ATOMIC_MOVE);
                  swapDirectory(build);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    int seen = 0;
    for (int round = 0; round < 1_000; round++) {
      for (String path : new String[] {"swap", "swap-dir/secret.txt"}) {
        HttpResponse<byte[]> answer = served.get(FileAction.READ, path);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain(ServedTree.SECRET);
        seen += answer.statusCode() == 200 ? 1 : 0;
      }
    }
    done.set(true);
    swapping.join();
    assertThat(seen).isPositive();
  }

  private void swapDirectory(Path build) throws IOException {
    Path swap = build.resolve("swap-dir");
    Files.deleteIfExists(swap);
    Files.createDirectory(swap);
    Files.writeString(swap.resolve("secret.txt"), "harmless");
    Files.delete(swap.resolve("secret.txt"));
    Files.delete(swap);
    Files.createSymbolicLink(swap, served.outside());
  }

  @Test
  void aPipeInAFilesPlaceHoldsNobodyUp() throws Exception {
    Path build = served.build(1);
    run("mkfifo", build.resolve("pipe").toString());
    try (var opener = new Opener()) {
      // As if the pipe had taken a file's place between the look and the opening.
      long start = System.nanoTime();
      Path pipe = build.resolve("pipe");
      assertThatThrownBy(() ->
              opener.open(
                  () -> FileChannel.open(pipe, READ), () -> FileChannel.open(pipe, READ, WRITE)))
          .isInstanceOf(NothingThere.class)
          .hasMessageContaining("would wait");
      assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private FileListing look(String path) throws Exception {
    return Listings.JSON.readValue(served.get(FileAction.LOOK, path).body(), FileListing.class);
  }

  private int status(SignedFileRequest signed) throws Exception {
    return served.get(signed.address()).statusCode();
  }

  private String part(String range) throws Exception {
    HttpResponse<byte[]> answer = served.get(FileAction.READ, "ten", "Range", range);
    return answer.statusCode()
        + " "
        + answer.headers().firstValue("Content-Range").orElse("")
        + " "
        + new String(answer.body(), UTF_8);
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
