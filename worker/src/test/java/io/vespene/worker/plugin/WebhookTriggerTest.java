package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.OptionValue;
import io.vespene.plugin.TriggerFactory;
import io.vespene.plugins.trigger.WebhookTriggerFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTriggerTest extends TriggerContract {
  private WebListener listener;

  @BeforeEach
  void listen() throws Exception {
    listener = new WebListener();
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Override
  TriggerFactory factory() {
    return new WebhookTriggerFactory();
  }

  @Override
  Map<String, OptionValue> goodOptions() {
    return Map.of("url", text(listener.url("/204")));
  }

  @Override
  Map<String, OptionValue> deadOptions() {
    return Map.of("url", text("http://127.0.0.1:1/nobody"));
  }

  @Override
  String neededOption() {
    return "url";
  }

  @Test
  void theBodyIsSignedWithTheSecret() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "shared secret");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    fire(Map.of("url", text(listener.url("/200")), "secret-file", text(secret)));

    WebListener.Heard heard = listener.heard().getLast();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("shared secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String expected =
        HexFormat.of().formatHex(mac.doFinal(heard.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(heard.headers().getFirst("X-Vespene-Signature")).isEqualTo("sha256=" + expected);
    assertThat(heard.headers().getFirst("X-Vespene-Event")).isEqualTo("failure");
    assertThat(heard.body()).contains("\"id\":7", "\"name\":\"site\"");
  }

  @Test
  void redirectsAreNotFollowed() {
    assertThatThrownBy(() -> fire(Map.of("url", text(listener.url("/302")))))
        .hasMessage("127.0.0.1 answered 302: no webhook here");
    assertThat(listener.heard()).extracting(WebListener.Heard::path).containsExactly("/302");
  }

  @Test
  void onlyAddressesOfTheWebAreTaken() {
    for (String url :
        new String[] {"file:///etc/passwd", "ftp://x/", "x", "http:///x", "http://"}) {
      assertThatThrownBy(() -> trigger(Map.of("url", text(url)))).hasMessageContaining("url");
    }
  }

  private void fire(Map<String, OptionValue> options) throws Exception {
    trigger(options).fire(Events.failed(directory, "exit code 3", LIMIT), commands());
  }
}
