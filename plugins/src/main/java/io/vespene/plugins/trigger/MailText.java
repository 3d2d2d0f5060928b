package io.vespene.plugins.trigger;

import jakarta.mail.internet.InternetAddress;
import java.util.List;

/** What is written, by whom and to whom. */
record MailText(
    InternetAddress from, List<InternetAddress> to, OptionTemplate subject, OptionTemplate body) {
  MailText {
    to = List.copyOf(to);
  }
}
