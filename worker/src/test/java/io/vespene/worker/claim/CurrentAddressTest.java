package io.vespene.worker.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CurrentAddressTest {
  @Test
  void anotherNameOfTheMachineIsNoticedAtTheNextLook() throws Exception {
    var name = new AtomicReference<>("one.example");
    var address = new CurrentAddress(name::get, 4711);
    assertThat(address.known().hostName()).isEqualTo("one.example");

    name.set("two.example");
    var changed = new CountDownLatch(1);
    address.lookAgain(changed::countDown);

    assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(address.known().hostName()).isEqualTo("two.example");
    assertThat(address.known().filePort()).isEqualTo(4711);
  }

  @Test
  void nobodyWaitsForALookThatTakesLong() throws Exception {
    var names = new SynchronousQueue<String>();
    var looks = new AtomicReference<>("first.example");
    var address =
        new CurrentAddress(
            () -> {
              String known = looks.getAndSet("");
              return known.isEmpty() ? take(names) : known;
            },
            0);
    var changed = new CountDownLatch(1);
    address.lookAgain(changed::countDown);
    address.lookAgain(() -> {
      throw new IllegalStateException("a second look while the first is under way");
    });
    assertThat(address.known().hostName()).isEqualTo("first.example");

    names.put("second.example");

    assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(address.known().hostName()).isEqualTo("second.example");
  }

  private static String take(SynchronousQueue<String> names) {
    try {
      return names.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
