package io.vespene.e2e.installation;

import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ordinary PostgreSQL of this system's packages, new and empty, that tests may crash. */
public final class PostgresCluster implements AutoCloseable {
  private static final String USER = "postgres";
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  private final Folder folder = Folder.create("postgresql");
  private final Path programs = newestPrograms();
  private final int port = FreePort.find();

  private PostgresCluster() {}

  /** Makes a cluster and starts it. */
  public static PostgresCluster start() {
    var cluster = new PostgresCluster();
    if (ROOT) {
      // PostgreSQL refuses to run as root.
      Command.of("chown", USER, cluster.folder.path().toString()).output();
    }
    cluster.run("initdb", "-U", USER, "-A", "trust", "-E", "UTF8", "-D", cluster.data());
    cluster.control("start");
    cluster.sql("CREATE DATABASE vespene");
    return cluster;
  }

  /** Returns the address of its database as settings name it. */
  public URI url() {
    return URI.create("postgresql://%s@127.0.0.1:%d/vespene".formatted(USER, port));
  }

  /** Returns the address of its database for JDBC. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/vespene?user=%s".formatted(port, USER);
  }

  /** Runs a statement in its database and returns the bare output, one row per line. */
  public String query(String statement) {
    return psql("vespene", statement);
  }

  /** Returns the address of another database of this cluster as settings name it. */
  public URI url(String database) {
    return URI.create("postgresql://%s@127.0.0.1:%d/%s".formatted(USER, port, database));
  }

  /** Returns one of PostgreSQL's programs as its superuser calls it, who reaches the cluster. */
  public Command program(String name, String... arguments) {
    var all = new ArrayList<>(List.of(programs.resolve(name).toString()));
    all.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER));
    all.addAll(Arrays.asList(arguments));
    Command command = Command.of(all).in(folder.path());
    return ROOT ? command.as(USER) : command;
  }

  /**
   * Runs a script of pgbench again and again, from several connections at once.
   *
   * @return how often a second
   */
  public double transactionsPerSecond(Path script, int clients, Duration duration) {
    String report =
        run(
            "pgbench",
            List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, "-n"),
            List.of(
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-T",
                Long.toString(duration.toSeconds()),
                "-f",
                script.toString(),
                "vespene"));
    Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(report);
    if (!rate.find()) {
      throw new AssertionError(report);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** Ends it without a checkpoint, as a crash would, and starts it again. */
  public void crashAndRestart() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    control("start");
  }

  /** Ends it; connections are cut. */
  public void stop() {
    run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
  }

  /** Starts it after {@link #stop}. */
  public void startAgain() {
    control("start");
  }

  @Override
  public void close() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    folder.close();
  }

  private void control(String action) {
    String options = "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, folder.path());
    String log = folder.resolve("server.log").toString();
    run("pg_ctl", "-D", data(), "-o", options, "-l", log, "-w", action);
  }

  private void sql(String statement) {
    psql("postgres", statement);
  }

  private String psql(String database, String statement) {
    return run(
        "psql",
        List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, "-d", database),
        List.of("-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement));
  }

  private String run(String program, List<String> first, List<String> more) {
    var all = new ArrayList<>(first);
    all.addAll(more);
    return run(program, all.toArray(String[]::new));
  }

  private String run(String program, String... arguments) {
    var all = new ArrayList<>(List.of(programs.resolve(program).toString()));
    all.addAll(Arrays.asList(arguments));
    Command command = Command.of(all).in(folder.path());
    return (ROOT ? command.as(USER) : command).output();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static Path newestPrograms() {
    try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .max(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString())))
          .orElseThrow()
          .resolve("bin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
