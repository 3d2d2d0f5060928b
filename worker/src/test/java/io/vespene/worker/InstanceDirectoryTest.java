package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceDirectoryTest {
  @TempDir Path state;

  @Test
  void lookingForAFreeOneLeavesTheLocksOfThisProcessAsTheyAre() throws Exception {
    try (InstanceDirectory named = InstanceDirectory.take(state, Optional.of("w1"));
        InstanceDirectory first = InstanceDirectory.take(state, Optional.empty());
        InstanceDirectory second = InstanceDirectory.take(state, Optional.empty())) {
      assertThatThrownBy(() -> InstanceDirectory.take(state, Optional.of("w1")))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("a worker of this name runs here");
      assertThat(second.takeAbandoned()).isEmpty();

      assertThat(first.number()).isEqualTo(1);
      assertThat(second.number()).isEqualTo(2);
      for (InstanceDirectory held : new InstanceDirectory[] {named, first, second}) {
        assertThat(isFreeForOthers(held)).isFalse();
      }
    }
  }

  @Test
  void oneThatIsGivenBackIsTakenAgain() throws Exception {
    InstanceDirectory first = InstanceDirectory.take(state, Optional.empty());
    first.close();

    assertThat(isFreeForOthers(first)).isTrue();
    try (InstanceDirectory again = InstanceDirectory.take(state, Optional.empty())) {
      assertThat(again.number()).isEqualTo(1);
    }
  }

  /** Whether another process can have the lock. */
  private static boolean isFreeForOthers(InstanceDirectory held) throws Exception {
    String lock = held.runs().resolveSibling("lock").toString();
    return new ProcessBuilder(
                "python3",
                "-c",
                "import fcntl,sys; fcntl.lockf(open(sys.argv[1], 'w'), fcntl.LOCK_EX|fcntl.LOCK_NB)",
                lock)
            .start()
            .waitFor()
        == 0;
  }
}
