package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vespene.plugin.OptionValue;
import io.vespene.plugin.TriggerFactory;
import io.vespene.plugins.trigger.EmailTriggerFactory;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailTriggerTest extends TriggerContract {
  private GreenMail mails;

  @BeforeEach
  void listen() {
    mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
  }

  @AfterEach
  void stop() {
    mails.stop();
  }

  @Override
  TriggerFactory factory() {
    return new EmailTriggerFactory();
  }

  @Override
  Map<String, OptionValue> goodOptions() {
    return options(mails.getSmtp().getPort());
  }

  @Override
  Map<String, OptionValue> deadOptions() {
    return options(1);
  }

  @Override
  String neededOption() {
    return "to";
  }

  @Test
  void theMailSaysWhatHappened() throws Exception {
    fire(goodOptions(), "exit code 3 – naïve");
    MimeMessage mail = mails.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("site #7: FAILURE");
    assertThat(mail.getFrom()[0]).hasToString("Vespene <builds@example.org>");
    assertThat(mail.getAllRecipients()).hasSize(2);
    assertThat(mail.getContent().toString())
        .contains("exit code 3 – naïve", "Started by alice", "https://ci.example.org/builds/7");
  }

  @Test
  void aReasonCanAddNoHeader() throws Exception {
    var options = new HashMap<>(goodOptions());
    options.put("subject", text("{{ build.reason }}"));
    fire(options, "broken\r\nBcc: everybody@example.org");
    MimeMessage mail = mails.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("broken Bcc: everybody@example.org");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mails.getReceivedMessages()).hasSize(2);
  }

  @Test
  void itLogsInWhereThatIsAskedFor() throws Exception {
    mails.setUser("builds@example.org", "builder", "hunter2hunter2");
    Path password = Files.writeString(directory.resolve("password"), "hunter2hunter2");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    var options = new HashMap<>(goodOptions());
    options.put("username", text("builder"));
    options.put("password-file", text(password));
    fire(options, "exit code 3");
    assertThat(mails.getReceivedMessages()).hasSize(2);
  }

  @Test
  void aServerWithoutStarttlsGetsNothing() {
    var options = new HashMap<>(goodOptions());
    options.put("encryption", text("starttls"));
    assertThatThrownBy(() -> fire(options, "exit code 3"))
        .hasMessageContaining("the mail could not be sent");
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void addressesAreChecked() {
    var options = new HashMap<>(goodOptions());
    options.put("from", text("nobody"));
    assertThatThrownBy(() -> trigger(options)).hasMessageContaining("from");
  }

  private void fire(Map<String, OptionValue> options, String reason) throws Exception {
    trigger(options).fire(Events.failed(directory, reason, LIMIT), commands());
  }

  private static Map<String, OptionValue> options(int port) {
    return Map.of(
        "host", text("127.0.0.1"),
        "port", text(port),
        "encryption", text("none"),
        "from", text("Vespene <builds@example.org>"),
        "to", new OptionValue.Texts(List.of("a@example.org", "b@example.org")));
  }
}
