package io.vespene.server;

import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A server that answers requests until it is stopped. */
public final class RunningServer implements AutoCloseable {
  private final ServletWebServerApplicationContext context;
  private final InetAddress address;
  private final WorkDirectory directory;

  RunningServer(
      ServletWebServerApplicationContext context, InetAddress address, WorkDirectory directory) {
    this.context = context;
    this.directory = directory;
    this.address = address;
  }

  /** The port it listens on, also when the settings left the choice open. */
  public int port() {
    return Objects.requireNonNull(context.getWebServer(), "started").getPort();
  }

  /** Where this machine reaches it, without a trailing slash. */
  public URI url() {
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + port());
  }

  /**
   * Stops: takes no new connections, ends held polls and streams at once, and waits for the other
   * requests up to the settings' limit. May be called twice.
   */
  public void stop() {
    context.close();
    directory.remove();
  }

  /** For tests that look at its parts. */
  ServletWebServerApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    stop();
  }
}
