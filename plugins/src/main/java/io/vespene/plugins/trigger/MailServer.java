package io.vespene.plugins.trigger;

import io.vespene.plugin.Login;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Who takes mails.
 *
 * @param encryption from the first byte ({@code TLS}), after a greeting ({@code STARTTLS}, and not
 *     at all without it), or none
 */
record MailServer(String host, int port, Encryption encryption, Optional<Login> login) {
  enum Encryption {
    NONE,
    STARTTLS,
    TLS
  }

  String protocol() {
    return encryption == Encryption.TLS ? "smtps" : "smtp";
  }

  /** What the mail library is told; it may take so long for each of its steps. */
  Properties properties(Duration limit) {
    var properties = new Properties();
    String prefix = "mail." + protocol() + ".";
    String millis = Long.toString(limit.toMillis());
    properties.put(prefix + "connectiontimeout", millis);
    properties.put(prefix + "timeout", millis);
    properties.put(prefix + "writetimeout", millis);
    properties.put(prefix + "host", host);
    properties.put(prefix + "port", Integer.toString(port));
    properties.put(prefix + "auth", Boolean.toString(login.isPresent()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    if (encryption == Encryption.STARTTLS) {
      properties.put(prefix + "starttls.enable", "true");
      properties.put(prefix + "starttls.required", "true");
    }
    return properties;
  }
}
