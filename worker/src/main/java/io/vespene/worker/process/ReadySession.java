package io.vespene.worker.process;

import io.vespene.plugin.Command;
import io.vespene.plugin.CommandNotStarted;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.ProgramMissing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session for one build's script, begun before anybody knows for which: a shell that waits to be
 * told what to become.
 *
 * <p>To enter a control group takes the system ten milliseconds and more, for it waits until every
 * processor has taken notice. A session that entered it in advance costs its build none of that.
 *
 * <p>Used by one thread at a time.
 */
public final class ReadySession implements AutoCloseable {
  /**
   * Enters the group, if one is named, and then reads words: one that ends in a line with {@code =}
   * belongs to the command, one that ends in a line with {@code :} to its environment, and a line
   * with {@code +} goes on in the next. Whatever they hold, they are data to the shell and never a
   * part of its program. At last, {@code <} keeps the rest of the input for the command.
   */
  private static final String WAIT =
      """
      [ -z "$1" ] || echo $$ 2> /dev/null > "$1"
      shift
      word=
      while IFS= read -r line; do
        case $line in
          +*) word="$word${line#+}
      " ;;
          =*) set -- "$@" "$word${line#=}"; word= ;;
          :*) export "$word${line#:}"; word= ;;
          '<') cd -- "$1" && shift && unset OLDPWD && exec "$@"; exit 126 ;;
          '.') cd -- "$1" && shift && unset OLDPWD && exec "$@" < /dev/null; exit 126 ;;
        esac
      done
      """;

  /** Under this name the shell complains about a script that it can't become. */
  private static final String NAME = "vespene";

  private final SessionStarter starter;
  private final Map<String, String> environment;
  private final Cookie cookie = Cookie.fresh();
  private Optional<BuildCgroup> group = Optional.empty();
  private Optional<Process> shell = Optional.empty();
  private long begunAtNanos;

  ReadySession(SessionStarter starter, HostEnvironment host) {
    this.starter = starter;
    this.environment = Map.of(IsolationTraces.COOKIE_VARIABLE, cookie.value(host.all()));
  }

  /** What the build's processes are to carry. */
  public Cookie cookie() {
    return cookie;
  }

  /** Begins, if that has not happened yet. */
  void begin() throws CommandNotStarted {
    if (shell.isEmpty()) {
      group = BuildCgroup.create(cookie);
      String entrance = group.map(BuildCgroup::entrance).map(Path::toString).orElse("");
      begunAtNanos = System.nanoTime();
      shell = Optional.of(starter.startShell(WAIT, List.of(NAME, entrance), environment));
    }
  }

  /** Whether it has begun and can still become a command. */
  boolean isReady() {
    return shell.filter(Process::isAlive).isPresent();
  }

  /**
   * Becomes the command.
   *
   * @param processes counts this session among its own from now on
   * @return the leader of the session; its errors are mixed into its output
   */
  public Process become(Command command, TaggedProcesses processes)
      throws ProgramMissing, CommandNotStarted {
    String searchPath = command.environment().getOrDefault("PATH", SearchPath.DEFAULT);
    Path program = SearchPath.require(command.program(), searchPath);
    begin();
    Process process = shell.orElseThrow();
    processes.adopt(new FirstProcess(process.pid(), begunAtNanos), group);
    try {
      process.getOutputStream().write(orders(command, program).getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new CommandNotStarted(command.program() + " could not be started: no session", e);
    }
    SessionStarter.feed(process, command);
    return process;
  }

  private static String orders(Command command, Path program) {
    var orders = new StringBuilder();
    command.environment().forEach((name, value) -> addWord(orders, ':', name + "=" + value));
    addWord(orders, '=', command.directory().toString());
    addWord(orders, '=', program.toString());
    command.arguments().stream().skip(1).forEach(argument -> addWord(orders, '=', argument));
    return orders.append(command.input().isEmpty() ? ".\n" : "<\n").toString();
  }

  private static void addWord(StringBuilder orders, char kind, String word) {
    String[] lines = word.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      orders.append(line == lines.length - 1 ? kind : '+').append(lines[line]).append('\n');
    }
  }

  /** Ends it, unless it has ended by itself, and gives up its control group. */
  @Override
  public void close() {
    if (shell.isPresent()) {
      Process process = shell.get();
      process.destroyForcibly();
      var _ = process.onExit().thenRun(() -> group.ifPresent(BuildCgroup::remove));
    }
  }
}
