package io.vespene.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.worker.fake.Marker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessTableTest {
  static Stream<ProcessTable> tables() {
    return Stream.of(new ProcFileSystem(), new ProcessListing());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void thisProcessStandsInIt(ProcessTable table) {
    long self = ProcessHandle.current().pid();
    assertThat(table.processes(0))
        .filteredOn(process -> process.processId() == self)
        .singleElement()
        .satisfies(process ->
            assertThat(process.parent())
                .isEqualTo(ProcessHandle.current().parent().orElseThrow().pid()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aProcessThatHasEndedDoesNot(ProcessTable table) throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(table.find(ended.pid())).isEmpty();
  }

  @Test
  void aNameWithParenthesesAndSpacesConfusesNobody() throws Exception {
    Process odd =
        new ProcessBuilder(
                "python3", "-c", "open('/proc/self/comm','w').write('a) (b S 1');input()")
            .start();
    try {
      long deadline = System.nanoTime() + 10_000_000_000L;
      while (!java.nio.file.Files.readString(java.nio.file.Path.of("/proc/" + odd.pid() + "/comm"))
          .startsWith("a)")) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(10);
      }
      assertThat(new ProcFileSystem().find(odd.pid()).orElseThrow().parent())
          .isEqualTo(ProcessHandle.current().pid());
    } finally {
      odd.destroy();
      odd.waitFor();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void groupsAndDescendantsAreFoundEvenWithoutCookies(ProcessTable table) throws Exception {
    Marker marker = Marker.fresh();
    var processes = new TaggedProcesses(table, Cookie.fresh());
    Process leader =
        new ProcessBuilder(
                List.of(
                    "setsid",
                    "sh",
                    "-c",
                    "sleep $M & setsid sleep $M & sleep $M".replace("$M", marker.text())))
            .start();
    processes.adopt(leader.pid());
    marker.awaitProcesses(3);
    assertThat(processes.survivors()).containsAll(marker.processes());
    processes.signal(io.vespene.plugin.ProcessSignal.KILL);
    leader.waitFor();
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!marker.processes().isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  @Test
  void anEnvironmentIsSearched() throws Exception {
    var builder = new ProcessBuilder("sleep", Marker.fresh().text());
    builder.environment().put("VESPENE_COOKIE", "cafe0123456789ab");
    Process process = builder.start();
    try {
      var table = new ProcFileSystem();
      assertThat(table.environmentHolds(process.pid(), bytes("cafe0123456789ab"))).isTrue();
      assertThat(table.environmentHolds(process.pid(), bytes("cafe0123456789ac"))).isFalse();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
