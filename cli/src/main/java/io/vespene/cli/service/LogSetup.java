package io.vespene.cli.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import io.vespene.cli.settings.LogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the program's own log: to standard output, as text or as JSON lines. */
public final class LogSetup {
  /** Time in UTC, level, part of the program, message, facts. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level %logger{0}: %msg %kvp%n%ex";

  private LogSetup() {}

  /** Applies the settings, whatever was set up before. */
  public static void apply(LogSettings settings) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    EncoderBase<ILoggingEvent> encoder = settings.json() ? json() : text();
    encoder.setContext(context);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(console);
    // Libraries tell their own story only when somebody looks for a fault.
    Level level = Level.toLevel(settings.level());
    root.setLevel(level.isGreaterOrEqual(Level.INFO) ? Level.WARN : Level.INFO);
    context.getLogger("io.vespene").setLevel(level);
  }

  private static EncoderBase<ILoggingEvent> text() {
    var encoder = new PatternLayoutEncoder();
    encoder.setPattern(PATTERN);
    return encoder;
  }

  private static EncoderBase<ILoggingEvent> json() {
    return new JsonEncoder();
  }
}
