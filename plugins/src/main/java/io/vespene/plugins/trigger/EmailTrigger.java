package io.vespene.plugins.trigger;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Login;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Sends a mail, by a server that speaks SMTP. */
record EmailTrigger(MailServer server, MailText mail) implements Trigger {
  static final String TYPE = "email";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands) throws TriggerFailed {
    Properties properties = server.properties(event.timeLimit());
    Session session = Session.getInstance(properties);
    try {
      MimeMessage message = message(session, event);
      try (Transport transport = session.getTransport(server.protocol())) {
        if (server.login().isPresent()) {
          Login login = server.login().get();
          transport.connect(login.username(), login.password());
        } else {
          transport.connect();
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      throw new TriggerFailed("the mail could not be sent: " + firstLine(e), e);
    }
  }

  private MimeMessage message(Session session, TriggerEvent event)
      throws MessagingException, TriggerFailed {
    var message = new MimeMessage(session);
    String charset = StandardCharsets.UTF_8.name();
    message.setFrom(mail.from());
    for (var address : mail.to()) {
      message.addRecipient(Message.RecipientType.TO, address);
    }
    // A line end would begin another header.
    String subject = mail.subject().render(event).replaceAll("\\p{Cntrl}+", " ").strip();
    message.setSubject(subject, charset);
    message.setText(mail.body().render(event), charset);
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
    return message;
  }

  private static String firstLine(MessagingException failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
