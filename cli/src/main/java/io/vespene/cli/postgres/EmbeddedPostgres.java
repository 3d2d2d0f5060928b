package io.vespene.cli.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL with its data below one directory. */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final int START_LIMIT_SECONDS = 60;
  private static final int STOP_LIMIT_SECONDS = 60;

  private static final String UNFINISHED = "data-unfinished";
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final Path home;
  private final PostgresCommand command;
  private final PostgresAddress address;
  private boolean stopped;

  private EmbeddedPostgres(Path home, PostgresCommand command, PostgresAddress address) {
    this.home = home;
    this.command = command;
    this.address = address;
  }

  /** Whether a first start is still to come, which takes some seconds longer. */
  public static boolean isNew(Path home) {
    return !Files.isDirectory(data(home));
  }

  /**
   * Starts it on a free loopback port and returns when it answers. What an earlier life left is
   * used: its data, and its process is ended first if it still runs. Should it die later, it is
   * started again at the same port. The caller makes sure that nobody else uses the directory.
   *
   * @param givenHome keeps programs, data and log; exists
   * @param password of the only user; it counts from the first start on
   * @param passwordFile holds the same, in a file that only its owner may read
   * @throws PostgresFailure if any of that is not possible
   */
  public static EmbeddedPostgres start(Path givenHome, String password, Path passwordFile) {
    Path home = realPath(givenHome);
    PostgresPrograms programs = PostgresPrograms.unpack(home);
    PostgresCommand command = new PostgresCommand(programs, home.resolve("last-command.log"));
    if (isNew(home)) {
      initialise(home, command, passwordFile);
    }
    requireSameVersion(data(home));
    endEarlierLife(home, command);
    int port = freePort();
    configure(data(home), port);
    var postgres = new EmbeddedPostgres(home, command, new PostgresAddress(port, password));
    postgres.launch();
    try {
      var store = new PostgresStore(postgres.address());
      store.createDatabase();
      store.requireDurable();
    } catch (PostgresFailure e) {
      postgres.close();
      throw e;
    }
    var _ = Thread.ofVirtual().name("postgres-watch").start(postgres::watch);
    return postgres;
  }

  /** Where it listens. */
  public PostgresAddress address() {
    return address;
  }

  /** Stops it in good order: what runs is rolled back, all data is on disk. May be called twice. */
  @Override
  public synchronized void close() {
    if (!stopped) {
      stopped = true;
      stop(data(home), command);
    }
  }

  private void launch() {
    command.run(
        "start (see " + home.resolve("log") + ")",
        "pg_ctl",
        "--pgdata=" + data(home),
        "--log=" + home.resolve("log"),
        "--timeout=" + START_LIMIT_SECONDS,
        "--wait",
        "start");
  }

  private void watch() {
    try {
      while (!isStopped()) {
        PostmasterFile.in(data(home))
            .findProcess(home)
            .ifPresent(process -> process.onExit().join());
        launchAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private void launchAgain() throws InterruptedException {
    try {
      synchronized (this) {
        if (stopped) {
          return;
        }
        LOG.atError().log("PostgreSQL has died and is started again");
        endEarlierLife(home, command);
        launch();
      }
    } catch (PostgresFailure e) {
      // Its orphans may still hold what a new one needs.
      LOG.atError().setCause(e).log("PostgreSQL could not be started again yet");
      TimeUnit.NANOSECONDS.sleep(REST.toNanos());
    }
  }

  private static Path data(Path home) {
    return home.resolve("data");
  }

  private static void initialise(Path home, PostgresCommand command, Path passwordFile) {
    removeUnfinished(home);
    try {
      // A name of its own: what a killed start has begun may still be writing into the other.
      Path unfinished = Files.createTempDirectory(home, UNFINISHED);
      command.run(
          "make its data directory",
          "initdb",
          "--pgdata=" + unfinished,
          "--username=" + PostgresAddress.USER,
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8");
      Files.writeString(
          unfinished.resolve("postgresql.conf"),
          "include 'vespene.conf'\n",
          StandardOpenOption.APPEND);
      Files.move(unfinished, data(home), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PostgresFailure("PostgreSQL could not make its data directory", e);
    }
  }

  /** What can't be removed now, because it still grows, is removed with the next. */
  private static void removeUnfinished(Path home) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(home, UNFINISHED + "*")) {
      for (Path directory : left) {
        PostgresPrograms.remove(directory);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.atInfo().setCause(e).log("What an unfinished start left can't be removed now");
    }
  }

  private static void requireSameVersion(Path dataDirectory) {
    try {
      String version = Files.readString(dataDirectory.resolve("PG_VERSION")).strip();
      if (!version.equals(PostgresPrograms.MAJOR_VERSION)) {
        throw new PostgresFailure(
            "The data in "
                + dataDirectory
                + " belongs to PostgreSQL "
                + version
                + ", and this Vespene brings "
                + PostgresPrograms.MAJOR_VERSION
                + ": UPGRADING.md says how to move it");
      }
    } catch (IOException e) {
      throw new PostgresFailure("The directory " + dataDirectory + " is damaged", e);
    }
  }

  private static void endEarlierLife(Path home, PostgresCommand command) {
    PostmasterFile file = PostmasterFile.in(data(home));
    if (file.findProcess(home).isPresent()) {
      stop(data(home), command);
    } else {
      file.remove();
    }
  }

  private static void stop(Path dataDirectory, PostgresCommand command) {
    command.run(
        "stop",
        "pg_ctl",
        "--pgdata=" + dataDirectory,
        "--mode=fast",
        "--timeout=" + STOP_LIMIT_SECONDS,
        "--wait",
        "stop");
  }

  private static void configure(Path dataDirectory, int port) {
    String settings =
        """
        # Written anew at every start.
        port = %d
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 100
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        """
            .formatted(port);
    try {
      Files.writeString(dataDirectory.resolve("vespene.conf"), settings);
    } catch (IOException e) {
      throw new PostgresFailure("PostgreSQL could not be configured", e);
    }
  }

  /** Without symbolic links, for the operating system names running programs so. */
  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new PostgresFailure("The directory " + path + " can't be used", e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresFailure("There is no free port for PostgreSQL", e);
    }
  }
}
