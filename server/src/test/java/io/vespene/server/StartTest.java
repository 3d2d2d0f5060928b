package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vespene.server.files.FileLinks;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  @Test
  void aUsedPortIsRefusedByItsNumber() {
    assertThatExceptionOfType(PortInUse.class)
        .isThrownBy(() -> SERVER.another(ServerSettings.onLoopback(SERVER.port())))
        .satisfies(refused -> assertThat(refused.port()).isEqualTo(SERVER.port()))
        .withMessageContaining("port " + SERVER.port());
  }

  @Test
  void aServerMayBeStoppedTwice() {
    RunningServer server = SERVER.another(ServerSettings.onLoopback(0));
    int port = server.port();

    server.stop();
    server.stop();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }

  @Test
  void aSessionWorksOnEveryServer() {
    try (RunningServer other = SERVER.another(ServerSettings.onLoopback(0))) {
      var browser = SERVER.browser();
      browser.login();
      String session = browser.sessionCookie().orElseThrow();

      var elsewhere = new Browser(other.url());
      var answer =
          elsewhere.send(
              elsewhere.request("/nothing-here").header("Cookie", "vespene_session=" + session));

      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void impossibleSettingsAreRefused() {
    InetAddress here = InetAddress.getLoopbackAddress();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() ->
            new ServerSettings(
                here, 70_000, Duration.ofHours(1), Duration.ofSeconds(1), FileLinks.DEFAULT));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() ->
            new ServerSettings(here, 0, Duration.ZERO, Duration.ofSeconds(1), FileLinks.DEFAULT));
  }
}
