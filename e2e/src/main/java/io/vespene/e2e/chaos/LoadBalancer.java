package io.vespene.e2e.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to servers in turn, skipping those that are down; can cut them all. */
final class LoadBalancer implements AutoCloseable {
  private static final int CONNECT_LIMIT_MILLIS = 1000;

  private final ServerSocket door;
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Begins to listen.
   *
   * @param ports of the servers, on the loopback address
   */
  LoadBalancer(List<Integer> ports) {
    this.ports = List.copyOf(ports);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.ofVirtual().name("load balancer").start(this::listen);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Cuts every connection that is open now. */
  void cut() {
    open.forEach(LoadBalancer::closeQuietly);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        var _ = Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // The door was closed, or the client has gone already.
      }
    }
  }

  private void serve(Socket client) {
    for (int attempt = 0; attempt < ports.size(); attempt++) {
      int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
      var server = new Socket();
      try {
        server.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MILLIS);
        join(client, server);
        return;
      } catch (IOException _) {
        closeQuietly(server);
      }
    }
    closeQuietly(client);
  }

  private void join(Socket client, Socket server) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    open.add(client);
    open.add(server);
    var _ = Thread.ofVirtual().start(() -> copy(client, server));
    copy(server, client);
  }

  /** As soon as one side ends, both are over. */
  private void copy(Socket from, Socket to) {
    try {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      input.transferTo(output);
    } catch (IOException _) {
      // Cut: by us, or by one of the two.
    } finally {
      closeQuietly(from);
      closeQuietly(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }
}
