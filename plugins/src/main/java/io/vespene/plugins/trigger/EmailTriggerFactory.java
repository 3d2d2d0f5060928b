package io.vespene.plugins.trigger;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.Login;
import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;
import io.vespene.plugins.trigger.MailServer.Encryption;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes triggers that send mails. */
public final class EmailTriggerFactory implements TriggerFactory {
  private static final int MAX_PORT = 65_535;
  private static final String USUAL_SUBJECT =
      "{{ project.name }} #{{ build.id }}: {{ build.status }}";
  private static final String USUAL_BODY =
      """
      {{ project.name }} #{{ build.id }}: {{ build.status }} {{ build.reason }}

      Started by {{ build.requested_by }}
      {%- if build.revision %}
      Revision {{ build.revision }} of {{ build.branch }} by {{ build.author }}
      {%- endif %}

      {{ build.url }}
      """;

  @Override
  public String type() {
    return EmailTrigger.TYPE;
  }

  @Override
  public Trigger create(PluginOptions options) {
    return new EmailTrigger(server(options), mail(options));
  }

  private static MailServer server(PluginOptions options) {
    Encryption encryption =
        Encryption.valueOf(
            options
                .choice("encryption", "starttls", List.of("none", "starttls", "tls"))
                .toUpperCase(Locale.ROOT));
    int usualPort =
        switch (encryption) {
          case NONE -> 25;
          case STARTTLS -> 587;
          case TLS -> 465;
        };
    return new MailServer(
        options.require("host"),
        options.number("port", usualPort, 1, MAX_PORT),
        encryption,
        login(options));
  }

  private static Optional<Login> login(PluginOptions options) {
    Optional<String> username = options.find("username");
    Optional<String> password = options.findSecret("password");
    if (username.isPresent() != password.isPresent()) {
      throw new InvalidOption("username", "and password-file must be given together");
    }
    return username.flatMap(name -> password.map(secret -> new Login(name, secret)));
  }

  private static MailText mail(PluginOptions options) {
    List<InternetAddress> to =
        options.list("to").stream().map(text -> address("to", text)).toList();
    if (to.isEmpty()) {
      throw new InvalidOption("to", "must be given: one address, or several");
    }
    return new MailText(
        address("from", options.require("from")),
        to,
        OptionTemplate.of("subject", options.find("subject").orElse(USUAL_SUBJECT)),
        OptionTemplate.of("body", options.find("body").orElse(USUAL_BODY)));
  }

  private static InternetAddress address(String option, String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw new InvalidOption(option, "must be an address such as builds@example.org");
    }
  }
}
